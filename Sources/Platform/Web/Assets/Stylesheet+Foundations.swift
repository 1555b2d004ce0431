// SPDX-License-Identifier: Apache-2.0

extension Stylesheet {
    /// Colours by meaning, type and space. Every pair of text and ground has a contrast of at least 4.5.
    static let foundations = """
        :root{--ink:#1b1f24;--quiet:#4d5561;--paper:#fff;--ground:#f4f5f7;--line:#c9ced6;--edge:#6b7280;--state:#a61c1c;--action:#0b5cad;
        --on-action:#fff;--good:#1c6b3a;--soon:#8a5a00;--late:#a3211c;--paused:#5b5f6b;--action-ground:#e8f1fb;--good-ground:#e6f4ea;
        --soon-ground:#fdf3dc;--late-ground:#fbe9e7;--paused-ground:#eceef1;--focus:#ffbf47;--focus-ink:#1b1f24;color-scheme:light dark}
        @media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--quiet:#b3bac4;--paper:#1c2025;--ground:#14171b;--line:#3b424c;--edge:#8b94a1;
        --state:#f08a84;--action:#7db8f5;--on-action:#10151b;--good:#7fd19b;--soon:#f0c269;--late:#f6a19b;--paused:#b3bac4;--action-ground:#172a3f;
        --good-ground:#16301f;--soon-ground:#36290c;--late-ground:#3d1a18;--paused-ground:#2a2f36}}
        @media (prefers-contrast:more){:root{--quiet:var(--ink);--line:var(--ink);--edge:var(--ink);--soon:var(--ink);--paused:var(--ink)}}
        @media (forced-colors:active){.tag,.state,.notice,.button{border:2px solid}.state{forced-color-adjust:auto}}
        *,*::before,*::after{box-sizing:border-box}
        html{font:112.5%/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-text-size-adjust:100%;font-variant-numeric:tabular-nums}
        body{margin:0;color:var(--ink);background:var(--ground);overflow-wrap:break-word;min-height:100vh;display:flex;flex-direction:column}
        h1,h2,h3{line-height:1.25;margin:1.5em 0 .5em;text-wrap:balance}
        h1{font-size:1.75rem;margin-top:.25em}h2{font-size:1.35rem}h3{font-size:1.1rem}
        p,ul,ol,dl{margin:0 0 1rem}img,svg{max-width:100%;height:auto}
        a{color:var(--action);text-underline-offset:.15em}a:hover{text-decoration-thickness:.15em}
        :focus-visible{outline:3px solid var(--focus);outline-offset:2px;box-shadow:0 0 0 2px var(--focus-ink)}
        main:focus{outline:none;box-shadow:none}
        code{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.9em}
        hr{border:0;border-top:1px solid var(--line);margin:1.5rem 0}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .lead{font-size:1.1rem}.hint{color:var(--quiet);margin:0 0 .35rem}
        @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
        """

    static let shell = """
        .skip{position:absolute;left:-999rem;top:0;background:var(--paper);color:var(--action);padding:.75rem 1rem;z-index:2}.skip:focus{left:0}
        .site-header{background:var(--paper);border-top:5px solid var(--state);border-bottom:1px solid var(--line)}
        .site-inner{max-width:72rem;margin:0 auto;padding:0 1rem;width:100%}
        .site-header>.site-inner{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;justify-content:space-between;padding-block:.5rem}
        .site-name{color:var(--ink);text-decoration:none;display:flex;flex-direction:column;min-height:44px;justify-content:center;line-height:1.3}
        .site-name strong{font-size:1.15rem}.site-name span{color:var(--quiet);font-size:.85rem}
        .site-tools{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center}
        .site-tools a,.site-tools button{min-height:44px;display:inline-flex;align-items:center}
        .site-tools form{margin:0}
        .site-tools button{background:none;border:0;padding:0;font:inherit;color:var(--action);text-decoration:underline;cursor:pointer}
        .site-navigation{border-top:1px solid var(--line)}
        .site-navigation ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.25rem;margin:0 auto}
        .site-navigation a{display:flex;align-items:center;min-height:44px;text-decoration:none;border-bottom:3px solid transparent}
        .site-navigation a[aria-current]{border-color:var(--action);font-weight:600}.site-navigation a:hover{text-decoration:underline}
        main{flex:1;width:100%;margin:0 auto;padding:1.25rem 1rem 3rem;background:var(--paper)}
        .page-reading{max-width:46rem}.page-wide{max-width:none;font-size:.89rem}
        @media (min-width:48rem){.page-reading{padding-inline:2rem}.page-wide{padding-inline:1.5rem}}
        .site-footer{border-top:1px solid var(--line);padding:1.5rem 0;font-size:.9rem;color:var(--quiet)}
        @media (max-width:30rem){.site-header .site-inner{gap:0 .9rem}.site-name span{display:none}.site-name strong{font-size:1.05rem}
        .site-tools{font-size:.9rem;gap:0 .8rem}.site-navigation ul{font-size:.95rem;gap:0 .9rem}.site-header>.site-inner{padding-block:.1rem}}
        .trail ol{list-style:none;display:flex;flex-wrap:wrap;gap:0 .5rem;padding:0;margin:0 0 .5rem;font-size:.9rem}
        .trail li::after{content:"›";margin-left:.5rem;color:var(--quiet)}.trail a{display:inline-flex;min-height:44px;align-items:center}
        """

    static let print = """
        @media print{:root{--ink:#000;--quiet:#333;--paper:#fff;--ground:#fff;--line:#999;--action:#000}
        html{font-size:11pt}.skip,.site-tools,.site-navigation,.trail,.pager,form .button,.no-print{display:none}
        body{display:block}main{max-width:none;padding:0}.site-header{border-top:0}
        .card,.state,.notice,tr,.summary>div,.timeline li{break-inside:avoid}h1,h2,h3{break-after:avoid}
        .table-box{overflow:visible;border:0}details>*{display:block}.zones{display:block}}
        """
}

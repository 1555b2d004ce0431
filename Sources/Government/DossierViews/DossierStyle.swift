// SPDX-License-Identifier: Apache-2.0

import Dossiers
package import Web

extension Asset {
    /// What the pages of dossiers add to the style of the site: the officer's denser desk, the receipt on paper.
    package static let dossierStyle = Asset(
        name: "dossiers.css", type: "text/css; charset=utf-8",
        text: """
            .code{font-variant-numeric:tabular-nums;white-space:nowrap}.trail+.state{margin-top:0}
            .form-section{margin-top:2rem}.row{border:1px solid var(--line);border-radius:6px;padding:0 1rem 1rem;margin:0 0 1rem}
            .papers,.notices{list-style:none;padding:0}.papers li,.notices li{padding:.5rem 0;border-bottom:1px solid var(--line)}
            .counter{max-width:80rem}.counter .field{margin-bottom:.75rem}.counter-zones .choices{display:flex;flex-wrap:wrap;gap:0 1.25rem}.counter-zones .choice{grid-template-columns:44px auto}.counter h1{font-size:1.3rem;margin:.2em 0 .5em}.counter-search,.counter-zones,.counter-found{display:grid;gap:0 2rem}
            .counter-search input{font-size:1.2rem;min-height:56px}
            @media (min-width:60rem){.counter-search,.counter-found{grid-template-columns:1fr 1fr}.counter-zones{grid-template-columns:3fr 2fr}}
            @media print{.logbook table{font-size:8pt}.logbook{page:logbook}.logbook h1{text-align:center}@page logbook{size:A4 landscape}}
            .progress{margin:0 0 .25rem}progress{width:100%;height:.5rem;accent-color:var(--action)}.steps a[aria-current]{font-weight:700}
            .papers .hint{display:block}.fingerprint{overflow-wrap:anywhere;font-size:.8rem}
            .seal{display:flex;flex-wrap:wrap;gap:1rem 2rem;align-items:flex-start}.seal svg{width:11rem;flex:none}.seal .summary{flex:1 1 18rem;margin:0}
            .fingerprints dd{margin:0 0 .5rem;overflow-wrap:anywhere}
            .desk{font-size:.94rem;line-height:1.4}.desk h1{font-size:1.3rem;margin:.2em 0 .5em}.desk h2{font-size:1.05rem;margin:.9em 0 .35em}
            .desk h3{font-size:.97rem;margin:.8em 0 .3em}.desk section>h2:first-child,.desk h2+h3{margin-top:0}
            .desk .summary>div{padding:.3rem 0}.desk .summary dt{font-weight:500;color:var(--quiet)}.desk .field{margin-bottom:.75rem}
            .desk .timeline li{padding-bottom:.6rem}.desk .zones>section{padding:.75rem;border:1px solid var(--line);border-radius:6px}
            .desk details{border-top:1px solid var(--line);padding:.25rem 0}.desk summary{min-height:44px;display:flex;align-items:center;cursor:pointer}
            .desk summary::before{content:"▸";margin-right:.5rem}.desk details[open]>summary::before{content:"▾"}
            .desk .standing{display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 .75rem}
            .tabs ul{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;padding:0;margin:0 0 1rem}
            .tabs a{display:inline-flex;align-items:center;min-height:44px;padding:0 .9rem;border:1px solid var(--edge);border-radius:22px;text-decoration:none}
            .tabs a[aria-current]{background:var(--action);border-color:var(--action);color:var(--on-action);font-weight:600}
            .desk-tools{margin-bottom:1rem;display:flex;flex-wrap:wrap;gap:.5rem 2rem;align-items:end}.desk-tools form{display:flex;gap:.5rem;align-items:end}
            .desk-tools .field{margin:0}.desk-tools .button{margin:0}.desk caption,.receipt caption{position:absolute;left:-999rem}
            .receipt-head{display:grid;gap:.25rem 2rem}.receipt .qr{float:right}.receipt svg{float:right;width:7rem;height:7rem;background:#fff}
            .receipt dl,.receipt h2{clear:both}.signatures{display:flex;justify-content:space-between;gap:2rem;margin:1.5rem 0 5rem}
            .signatures p{font-weight:600}
            @media (min-width:36rem){.receipt-head{grid-template-columns:1fr 1fr}.receipt-head p:last-child{text-align:center}}
            @media print{@page{size:A5;margin:9mm}.receipt{font-size:9pt;line-height:1.3}.receipt h1{font-size:13pt;text-align:center;margin:.4em 0}
            .receipt h2{font-size:10pt;margin:.6em 0 .2em}.receipt .summary>div{padding:.15rem 0}.receipt td,.receipt th{padding:.15rem .4rem}
            .receipt ol,.receipt p{margin:.2em 0}.signatures{margin:.8rem 0 2.5rem}.site-header,.site-footer{display:none}main{padding:0}}
            """)
}

// SPDX-License-Identifier: Apache-2.0

extension Stylesheet {
    static let components = """
        .tag{display:inline-block;white-space:nowrap;padding:.1rem .55rem;border-radius:4px;font-weight:600;font-size:.89em;border:1px solid currentColor;color:var(--ink);background:var(--ground)}
        .tag.action{color:var(--action);background:var(--action-ground)}.tag.good{color:var(--good);background:var(--good-ground)}
        .tag.soon{color:var(--soon);background:var(--soon-ground)}.tag.late{color:var(--late);background:var(--late-ground)}
        .tag.paused{color:var(--paused);background:var(--paused-ground)}
        .notice{border-left:5px solid var(--action);background:var(--action-ground);padding:.85rem 1rem;margin:0 0 1.5rem}
        .notice>:last-child{margin-bottom:0}
        .notice.success{border-color:var(--good);background:var(--good-ground)}.notice.warning{border-color:var(--soon);background:var(--soon-ground)}
        .notice.failure{border-color:var(--late);background:var(--late-ground)}
        .state{margin:-1.25rem -1rem 1.5rem;padding:1rem;color:#fff}.state>:last-child{margin-bottom:0}.state a{color:inherit}
        .state strong{font-size:1.3rem}
        .state-not-filed{background:#ffd27a;color:#3a2600}.state-filed{background:#0b5cad}.state-accepted{background:#1c6b3a}
        @media (min-width:48rem){.page-reading>.state{margin-inline:-2rem;padding-inline:2rem}.page-wide>.state{margin-inline:-1.5rem;padding-inline:1.5rem}}
        .table-box{overflow-x:auto;border:1px solid var(--line);border-radius:6px;margin:0 0 1.5rem}
        table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600;padding:.75rem}
        th,td{text-align:left;vertical-align:top;padding:.6rem .75rem;border-top:1px solid var(--line)}
        thead th{background:var(--ground);white-space:nowrap}td.number,th.number{text-align:right}
        tbody tr:hover{background:var(--ground)}
        @media screen and (max-width:36rem){.stacked,.stacked tbody,.stacked tr,.stacked td,.stacked caption{display:block}.stacked thead{position:absolute;left:-999rem}
        .stacked tr{border-top:1px solid var(--line);padding:.6rem .75rem}.stacked td{border:0;padding:.1rem 0}.stacked td::before{content:attr(data-label) ": ";color:var(--quiet)}}
        .summary{border-top:1px solid var(--line)}.summary>div{display:grid;gap:.1rem 1rem;padding:.6rem 0;border-bottom:1px solid var(--line)}
        .summary dt{font-weight:600}.summary dd{margin:0;white-space:pre-line;min-width:0}
        @media (min-width:36rem){.summary>div{grid-template-columns:minmax(10rem,1fr) 2fr}}
        .timeline{list-style:none;padding:0 0 0 1.75rem;position:relative}
        .timeline li{position:relative;padding:0 0 1.25rem}.timeline li>*{display:block;margin:0}
        .timeline li::before{content:"";position:absolute;left:-1.75rem;top:.3rem;width:1rem;height:1rem;border-radius:50%;border:3px solid var(--edge);background:var(--paper)}
        .timeline li:not(:last-child)::after{content:"";position:absolute;left:-1.3rem;top:1.3rem;bottom:-.3rem;border-left:2px solid var(--line)}
        .timeline .done::before{background:var(--good);border-color:var(--good)}.timeline .now::before{background:var(--action);border-color:var(--action)}
        .timeline .next{color:var(--quiet)}
        .cards{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));padding:0;list-style:none}
        .card{border:1px solid var(--line);border-radius:8px;padding:1rem;background:var(--paper)}.card>:last-child{margin-bottom:0}
        .card h2,.card h3{margin-top:0}
        .figures{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,10rem),1fr));padding:0;list-style:none}
        .figures strong{display:block;font-size:2rem;line-height:1.2}
        .empty{border:2px dashed var(--line);border-radius:8px;padding:1.5rem;text-align:center;margin:0 0 1.5rem}
        .pager{margin:1rem 0}
        .disclosure{margin:1rem 0}.disclosure summary{min-height:44px;display:flex;align-items:center;color:var(--action);cursor:pointer;text-decoration:underline}
        .facts{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr))}
        .zones{display:grid;gap:1.25rem;grid-template-columns:minmax(0,1fr)}.zones>*{min-width:0}
        @media (min-width:64rem){.zones{grid-template-columns:minmax(15rem,22rem) minmax(0,1fr) minmax(15rem,20rem);align-items:start}}
        .zone{border:1px solid var(--line);border-radius:8px;padding:1rem}.zone>h2:first-child{margin-top:0}
        .bar{width:100%;height:.5rem;display:block}
        """
}

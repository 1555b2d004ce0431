// SPDX-License-Identifier: Apache-2.0

package import Web

extension Asset {
    /// What the desk adds to the style of the site; only its own pages load it.
    package static let deskStyle = Asset(
        name: "desk.css", type: "text/css; charset=utf-8",
        text: """
            .desk-head{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;justify-content:space-between;margin:0 0 .75rem}
            .desk-head h1{margin:0;flex:1 1 20rem}.desk-head form{display:flex;gap:.4rem;margin:0}.desk-head input{width:17rem}
            .desk-head .button,.batch .button,.desk-links a{margin:0}.desk-links{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center}
            .desk-links a,.desk-links button{min-height:44px;display:inline-flex;align-items:center}
            .plain{background:none;border:0;padding:0;font:inherit;color:var(--action);text-decoration:underline;cursor:pointer}
            .live{position:sticky;top:0;z-index:1}.live p{margin:0 0 .75rem;padding:.5rem .85rem;border-radius:6px;background:var(--action-ground);border:1px solid var(--action)}
            .live p[hidden]{display:none}.desk .live a{display:inline-flex;min-height:44px;align-items:center;margin-left:.75rem;font-weight:600}
            .desk .tabs ul{margin-bottom:.75rem;gap:.25rem}.desk .tabs a{border-radius:6px;padding:0 .7rem;gap:.5rem;border-color:transparent}
            .desk .tabs a b{font-weight:600;background:var(--ground);color:var(--ink);border-radius:10px;padding:0 .5rem;font-size:.9em}
            .desk .filters{gap:.35rem;align-items:center;margin-bottom:.75rem}.desk .filters a{font-size:.93em;padding:0 .7rem}.filters .hint{margin:0}
            .queue{border:1px solid var(--line);border-radius:6px}.queue thead th{font-weight:600;font-size:.93em;color:var(--quiet)}
            .queue td{padding:.45rem .6rem;vertical-align:middle}.queue th{padding:.45rem .6rem}.queue .pick{width:46px;padding:0}
            .pick label{display:flex;align-items:center;justify-content:center;min-width:44px;min-height:44px;cursor:pointer}.pick input{width:22px;height:22px;min-height:0;margin:0;accent-color:var(--action)}
            .queue td,.queue th{line-height:1.3}.queue-form>p{margin:0 0 .25rem}.queue-form>p a{display:inline-flex;min-height:44px;align-items:center}.queue td>a{display:inline-flex;min-height:44px;align-items:center;font-weight:600;white-space:nowrap}.queue .hint{margin:0;font-size:.93em}
            .queue tr:focus-within,.queue tr:has(input:checked){background:var(--action-ground)}.queue .left{min-width:9.5rem}
            .left .words{display:block;font-weight:600}.left .late{color:var(--late)}.left .soon{color:var(--soon)}
            .left .bar{width:8rem;height:.4rem;margin-top:.25rem}.bar .track{fill:var(--line)}.bar .fill{fill:var(--edge)}.bar.soon .fill{fill:var(--soon)}.bar.late .fill{fill:var(--late)}
            .batch{position:sticky;bottom:0;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.5rem .75rem;margin:.75rem 0}
            .batch p{margin:0}.queue-form:not(:has(tbody input:checked)) .batch{display:none}
            dialog{color:var(--ink);background:var(--paper);border:1px solid var(--edge);border-radius:8px;padding:1.25rem;max-width:34rem;width:calc(100% - 2rem)}
            dialog::backdrop{background:#0008}dialog h2{margin-top:0}dialog dl{display:grid;grid-template-columns:auto 1fr;gap:.4rem 1rem}dialog dd{margin:0}
            kbd{font:inherit;font-weight:600;border:1px solid var(--edge);border-bottom-width:3px;border-radius:5px;padding:0 .45rem;background:var(--ground)}
            @media (min-width:64rem){.queue{table-layout:fixed}.c-code{width:13rem}.c-name{width:18%}.c-step{width:22%}.c-since{width:8rem}.c-left{width:9.6rem}
            .site-header{display:flex;align-items:center;gap:0 2rem;padding:0 1.5rem}.site-header>.site-inner{display:contents}.site-tools{order:3;margin-left:auto}
            .site-navigation{border:0}.site-navigation ul{padding:0}main.page-wide{padding-top:.75rem}}
            @media (max-width:47.99rem){.desk-one{display:flex;flex-direction:column}.desk-one .desk-head{display:contents}.desk-one h1{flex:none}.desk-one .desk-head form,.desk-one .desk-links{order:9;margin-top:1rem}
            .desk-head form,.desk-head input{width:100%}.desk-head form .button{flex:none}
            .desk .tabs ul{flex-wrap:nowrap;overflow-x:auto}.desk .tabs a{white-space:nowrap}
            .queue,.queue tbody,.queue tr,.queue td{display:block}.queue{border:0}.queue thead{position:absolute;left:-999rem}
            .queue tr{border:1px solid var(--line);border-radius:8px;padding:.4rem .75rem .6rem;margin:0 0 .75rem;position:relative}
            .queue td{border:0;padding:.1rem 0}.queue td[data-label]::before{content:attr(data-label) ": ";color:var(--quiet)}
            .queue td.pick{position:absolute;right:.25rem;top:.25rem;width:auto}.left .bar{width:100%}.queue td.left{padding-top:.3rem}
            .left .words{display:inline}}
            .desk-neighbours{display:flex;flex-wrap:wrap;gap:0 1.25rem}.desk-neighbours a{min-height:44px;display:inline-flex;align-items:center}.narrow{max-width:42rem}
            .desk-zones{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}.desk-zones>section{padding:.75rem;border:1px solid var(--line);border-radius:6px;min-width:0}
            .desk-zones h2{display:flex;justify-content:space-between;gap:1rem}.desk-zones .button{width:auto}
            @media (min-width:64rem){.desk-zones{grid-template-columns:minmax(19rem,27rem) minmax(0,1fr) minmax(17rem,21rem);grid-template-areas:"papers middle actions";align-items:start}
            .zone-papers{grid-area:papers}.zone-middle{grid-area:middle}.zone-actions{grid-area:actions}}
            @media (min-width:64rem) and (min-height:40rem){.desk-zones>section{max-height:calc(100vh - 1rem);overflow:auto;position:sticky;top:.5rem}}
            .zone-actions .summary dd{white-space:normal}.desk-zones dd p,.desk-zones .field .hint{margin:0}.desk-zones dd details{border:0;padding:0}.desk-zones .summary{margin:0 0 .5rem}
            .zone-actions .summary>div{grid-template-columns:6.5rem 1fr}.zone-actions dl.summary{border-top:0}.zone-papers ol,.zone-actions dd ol{padding-left:1.2rem}
            @media (pointer:fine) and (min-width:64rem){.ticks label,.components .files a,.viewer nav a,.desk-neighbours a,.desk-zones summary,.desk-zones .links a{min-height:32px}}
            .components{list-style:none;padding:0;margin:0 0 .5rem}.components>li{padding:.35rem 0;border-bottom:1px solid var(--line)}.components p{margin:0}
            .components .files{display:flex;flex-wrap:wrap;gap:0 1rem}.components .files a{min-height:44px;display:inline-flex;align-items:center;overflow-wrap:anywhere}
            .components .files a[aria-current]{font-weight:700}.components fieldset{margin-top:.15rem}
            .ticks{display:flex;flex-wrap:wrap;gap:0 .9rem}.ticks label{display:inline-flex;align-items:center;gap:.4rem;min-height:44px;cursor:pointer}
            .ticks input{width:20px;height:20px;min-height:0;margin:0;accent-color:var(--action)}
            .components .why{display:none;width:100%;margin-bottom:.35rem}.components fieldset:has(input[value=missing]:checked) .why,.components fieldset:has(input[value=invalid]:checked) .why{display:block}
            @supports not selector(:has(a)){.components .why{display:block}}
            .viewer iframe,.viewer img{display:block;width:100%;border:1px solid var(--line);border-radius:4px;background:var(--ground)}
            .viewer iframe{height:21rem}.viewer img{max-height:24rem;object-fit:contain}.viewer nav{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:center}
            .viewer nav a{min-height:44px;display:inline-flex;align-items:center}.viewer p{margin:0}
            .notes{list-style:none;padding:0;margin:0}.notes li{padding:.35rem 0;border-bottom:1px solid var(--line)}.notes p{margin:0;white-space:pre-line;overflow-wrap:anywhere}
            .ledger{list-style:none;padding:0;margin:0}.ledger li{padding:.3rem 0;border-bottom:1px solid var(--line)}.desk-zones .action .button{margin-top:.25rem}
            .desk-zones textarea{min-height:0}#primary-action{padding-bottom:.5rem}.links{list-style:none;padding:0;margin:0}.links a{display:inline-flex;min-height:44px;align-items:center}
            .outcome{list-style:none;padding:0}.outcome li{display:grid;gap:.1rem 1rem;padding:.5rem 0;border-bottom:1px solid var(--line)}.outcome p{margin:0}
            @media (min-width:48rem){.outcome li{grid-template-columns:14rem 1fr 1fr;align-items:center}}
            """)
}

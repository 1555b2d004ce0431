// SPDX-License-Identifier: Apache-2.0

package import Web

extension Asset {
    /// What the pages of the catalogue add to the style of the site.
    package static let catalogueStyle = Asset(
        name: "catalogue.css", type: "text/css; charset=utf-8",
        text: """
            .results{list-style:none;padding:0}.results li{padding:.6rem 0;border-bottom:1px solid var(--line)}
            .finder{position:relative}.finder .search{flex-wrap:nowrap}.finder .search input{flex:1 1 6rem;min-width:0}
            .suggestions{position:absolute;z-index:3;left:0;right:0;background:var(--paper);border:2px solid var(--action);border-radius:6px;box-shadow:0 6px 18px rgb(0 0 0/.25)}
            .suggestions[hidden]{display:none}.suggestions .hint{margin:0;padding:.5rem .75rem;font-size:.9rem}
            .suggestions ul{list-style:none;margin:0;padding:0;max-height:50vh;overflow:auto}
            .suggestions li{padding:.5rem .75rem;min-height:44px;cursor:pointer;border-bottom:1px solid var(--line)}
            .suggestions li strong{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;font-weight:600}
            .suggestions li span{font-size:.9rem;color:var(--quiet)}
            .suggestions li:hover{background:var(--action-ground)}
            .suggestions [aria-selected=true],.suggestions [aria-selected=true] span{background:var(--action);color:var(--on-action);outline:2px solid transparent}
            .events .card{position:relative}.events .card h3{margin:.25rem 0}.events .card a::after{content:"";position:absolute;inset:0}
            .events .card:hover{border-color:var(--action)}.event-icon{color:var(--action);flex:none}
            .event-title{display:flex;gap:.75rem;align-items:center}.advice{text-align:left;display:inline-block}
            @media (min-width:34rem){.events{grid-template-columns:repeat(2,1fr)}}@media (max-width:33rem){.events{gap:.5rem}
            .events .card{display:grid;grid-template-columns:36px 1fr;column-gap:.75rem;padding:.6rem .75rem}.events .card h3{margin:0}
            .events .card .event-icon{grid-row:1/3;align-self:center}}
            .procedure dd>:last-child,.procedure td>:last-child,.procedure li>:last-child{margin-bottom:0}
            .procedure dd ul{padding-left:1.1rem}.procedure .summary>div{padding:.4rem 0}
            .procedure li{margin-bottom:.35rem}
            .filing{position:sticky;bottom:0;background:var(--paper);border-top:1px solid var(--line);padding:.5rem 0;margin:1.5rem 0 0}
            .filing .button{margin:0}
            .procedure figure{margin:1rem 0}.procedure .qr{width:7.5rem}
            @media print{.procedure h2{font-size:1.05rem;margin:.8em 0 .3em}.procedure h3{font-size:1rem;margin:.6em 0 .2em}
            .procedure{font-size:9.5pt;line-height:1.35}.procedure p,.procedure ul,.procedure ol{margin-bottom:.4rem}.procedure li{margin-bottom:.1rem}
            .procedure td,.procedure th{padding:.2rem .4rem}.procedure details{display:none}
            .procedure{position:relative}.procedure figure{position:absolute;top:0;right:0;margin:0}.procedure .qr{width:2.6cm}
            .procedure figcaption{display:none}.procedure h1{margin-right:3cm}}
            """)
}

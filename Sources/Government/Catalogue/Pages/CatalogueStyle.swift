// SPDX-License-Identifier: Apache-2.0

package import Web

extension Asset {
    /// What the pages of the catalogue add to the style of the site.
    package static let catalogueStyle = Asset(
        name: "catalogue.css", type: "text/css; charset=utf-8",
        text: """
            .results{list-style:none;padding:0}.results li{padding:.6rem 0;border-bottom:1px solid var(--line)}
            #q-suggestions{margin-top:.5rem}#q-suggestions a{display:block;min-height:44px;padding:.3rem 0}#q-suggestions li{padding:0}
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

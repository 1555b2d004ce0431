// SPDX-License-Identifier: Apache-2.0

package import Web

extension Asset {
    package static let statisticsStyle = Asset(
        name: "statistics.css", type: "text/css; charset=utf-8",
        text: """
            .statistics td,.statistics thead th:not(:first-child),.statistics tfoot td{text-align:right;font-variant-numeric:tabular-nums}
            .statistics thead th{white-space:normal;min-width:5rem;vertical-align:bottom;line-height:1.25}.statistics th,.statistics td{padding:.35rem .6rem}
            .statistics th[scope=row]{min-width:8rem;font-weight:400;text-align:left;position:sticky;left:0;background:var(--paper)}
            .statistics tfoot th,.statistics tfoot td{font-weight:600}
            .statistics td a{display:inline-block;min-width:1.5rem}.statistics .hint{margin:0}
            .statistics .share{min-width:7rem}.statistics .parts{display:block;width:100%;height:8px;margin-top:.25rem}
            svg .early{fill:var(--good)}svg .on-time{fill:var(--action)}svg .late{fill:var(--late)}svg .accepted{fill:var(--ink)}
            .days{margin:1rem 0}.days svg{width:100%;height:10rem;background:var(--paper);border-bottom:1px solid var(--edge)}
            .days .ends{display:flex;justify-content:space-between;margin:0}
            .figures .late{color:var(--late)}
            .ask .fields{display:flex;flex-wrap:wrap;gap:0 2rem;align-items:end}
            """)
}

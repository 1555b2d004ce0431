// SPDX-License-Identifier: Apache-2.0

package import Web

extension Asset {
    package static let correspondenceStyle = Asset(
        name: "messages.css", type: "text/css; charset=utf-8",
        text: """
            .messages ol{list-style:none;padding:0;display:grid;gap:.75rem}
            .messages li{border:1px solid var(--line);border-radius:8px;padding:.6rem .85rem;margin-right:10%}
            .messages li.mine{background:var(--action-ground);margin:0 0 0 10%}
            .messages li p{margin:0}.messages .message{white-space:pre-line;unicode-bidi:isolate;overflow-wrap:anywhere}
            """)
}

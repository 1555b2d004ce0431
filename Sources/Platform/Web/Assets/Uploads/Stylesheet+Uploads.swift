// SPDX-License-Identifier: Apache-2.0

extension Stylesheet {
    /// Files under a file field: what was kept before, and what the script is sending.
    static let uploads = """
        .uploads{list-style:none;padding:0;margin:.5rem 0 0}
        .uploads>li{display:flex;flex-wrap:wrap;gap:.5rem .85rem;align-items:start;border:1px solid var(--line);border-radius:6px;padding:.6rem;margin:0 0 .5rem}
        .uploads canvas{width:56px;height:72px;object-fit:contain;background:var(--ground);border:1px solid var(--line)}
        .uploads div{flex:1 1 12rem;min-width:0}.uploads p{margin:.15rem 0 0}.uploads .button{margin:0}
        .uploads strong{overflow-wrap:anywhere}.uploads progress{display:block;width:100%;height:.75rem;accent-color:var(--action)}
        .uploads .warn{color:var(--soon);font-weight:600}.uploads .warn::before{content:"⚠ "}.uploads .error~.warn{display:none}
        .uploads .choice{width:100%}.sends-files [data-uploads]{color:transparent}
        .sends-files ::file-selector-button{color:var(--ink)}
        """
}

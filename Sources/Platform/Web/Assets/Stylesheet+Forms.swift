// SPDX-License-Identifier: Apache-2.0

extension Stylesheet {
    static let forms = """
        .button{display:inline-flex;align-items:center;justify-content:center;min-height:44px;padding:.45rem 1.1rem;border:2px solid var(--action);border-radius:6px;
        background:var(--action);color:var(--on-action);font:inherit;font-weight:600;line-height:1.3;text-decoration:none;cursor:pointer;margin:0 .5rem .5rem 0}
        .button:hover{filter:brightness(.9);text-decoration:none}
        .button.secondary{background:transparent;color:var(--action)}
        .button.danger{background:var(--late);border-color:var(--late);color:var(--paper)}
        .button[disabled]{opacity:.55;cursor:not-allowed}
        .actions{display:flex;flex-wrap:wrap;gap:.25rem;align-items:center;margin-top:1.5rem}
        fieldset{border:0;padding:0;margin:0;min-width:0}
        .field{margin:0 0 1.5rem}.field>label,.field>legend{display:block;font-weight:600;padding:0;margin:0 0 .25rem}
        .field.wrong{border-left:5px solid var(--late);padding-left:.85rem}
        .error{color:var(--late);font-weight:600;margin:0 0 .35rem}.optional{font-weight:400;color:var(--quiet)}
        input,select,textarea{font:inherit;color:inherit;background:var(--paper);border:2px solid var(--edge);border-radius:4px;padding:.4rem .6rem;min-height:44px;max-width:100%}
        input[type=text],input[type=email],input[type=password],input[type=search],input[type=tel],textarea,select{width:100%}
        input[size]{width:auto}input[type=file]{padding:.5rem;width:100%}
        .wrong input,.wrong select,.wrong textarea{border-color:var(--late)}
        .choices{display:grid;gap:.25rem}
        .choice{display:grid;grid-template-columns:44px 1fr;align-items:center;min-height:44px}
        .choice input{width:26px;height:26px;min-height:0;margin:0 9px;accent-color:var(--action)}
        .choice label{padding:.5rem 0}.choice .hint{grid-column:2}
        .date-boxes{display:flex;flex-wrap:wrap;gap:.75rem}.date-boxes label{display:block;font-size:.9rem}
        .date-boxes input{width:3.6em}.date-boxes input[maxlength="4"]{width:5em}
        .error-summary{border:3px solid var(--late);border-radius:6px;padding:1rem 1.25rem;margin:0 0 1.5rem}
        .error-summary h2{margin-top:0}.error-summary a{color:var(--late);font-weight:600;display:inline-block;padding:.6rem 0}
        .error-summary>:last-child{margin-bottom:0}
        .search{display:flex;gap:.5rem;flex-wrap:wrap}.search input{flex:1 1 14rem}.search .button{margin:0}
        .filters{display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 1rem;padding:0;list-style:none}
        .filters a{display:inline-flex;align-items:center;min-height:44px;padding:0 .9rem;border:1px solid var(--edge);border-radius:22px;text-decoration:none}
        .filters a[aria-current]{background:var(--action);border-color:var(--action);color:var(--on-action)}
        """
}

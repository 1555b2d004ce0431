// SPDX-License-Identifier: Apache-2.0

package import Database

/// Comes after the migrations of `Dossiers`, whose table it adds an index to.
package enum MeasureMigrations {
    package static let all: [Migration] = [counters, inProcess, ends, again]

    /// `measures` are the counters (`MeasureCell`). `measured_events` is what they counted, each event once: the dossiers behind a
    /// figure. `measure_deltas` is what the last seconds brought; `FoldMeasures` counts it. Dossiers older than these tables
    /// wait in `dossiers_without_measures` until `FillMeasures` has come by.
    static let counters = Migration(
        name: "measures-0001-counters",
        statements: [
            """
            CREATE TABLE measures (
                within {code} NOT NULL,
                breakdown {integer} NOT NULL CHECK (breakdown BETWEEN 0 AND 3),
                grain {integer} NOT NULL CHECK (grain BETWEEN 1 AND 3),
                start {date} NOT NULL,
                key {code} NOT NULL,
                filed {integer} NOT NULL,
                accepted {integer} NOT NULL,
                rejected {integer} NOT NULL,
                withdrawn_at_intake {integer} NOT NULL,
                lapsed_at_intake {integer} NOT NULL,
                resolved_early {integer} NOT NULL,
                resolved_on_time {integer} NOT NULL,
                resolved_late {integer} NOT NULL,
                refused {integer} NOT NULL,
                withdrawn {integer} NOT NULL,
                lapsed {integer} NOT NULL,
                returned {integer} NOT NULL,
                supplement_asked {integer} NOT NULL,
                PRIMARY KEY (within, breakdown, grain, start, key)
            ) {clustered}
            """,
            "CREATE INDEX measures_by_key ON measures (breakdown, key, start, within) WHERE grain = 1 AND within <> ''",
            """
            CREATE TABLE measured_events (
                unit {code} NOT NULL,
                day {date} NOT NULL,
                measure {integer} NOT NULL,
                dossier_id {uuid} NOT NULL,
                sequence {integer} NOT NULL,
                desk {code} NOT NULL,
                procedure_code {code} NOT NULL,
                channel {integer} NOT NULL,
                PRIMARY KEY (unit, day, measure, dossier_id, sequence)
            ) {clustered}
            """,
            """
            CREATE TABLE measure_deltas (
                id {sequence},
                unit {code} NOT NULL,
                day {date} NOT NULL,
                measure {integer} NOT NULL,
                dossier_id {uuid} NOT NULL,
                sequence {integer} NOT NULL,
                desk {code} NOT NULL,
                procedure_code {code} NOT NULL,
                channel {integer} NOT NULL
            ) {strict}
            """,
            "CREATE TABLE dossiers_without_measures (dossier_id {uuid} PRIMARY KEY REFERENCES dossiers (id)) {strict}",
            "INSERT INTO dossiers_without_measures (dossier_id) SELECT id FROM dossiers",
        ])

    /// Accepted dossiers that are not resolved yet, the most urgent first: which are overdue is read from it. What waits at
    /// intake has no due date and is not in it.
    static let inProcess = Migration(
        name: "measures-0002-in-process",
        statements: [
            """
            CREATE INDEX dossiers_in_process ON dossiers (due_at, id, status, resolving_unit, procedure_code, channel, is_final, resolved_at)
            WHERE NOT is_final AND resolved_at IS NULL AND due_at IS NOT NULL
            """
        ])

    /// Accepted dossiers in the order in which they were resolved or ended otherwise: what was open on a past day is read from it.
    static let ends = Migration(
        name: "measures-0004-ends",
        statements: [
            """
            CREATE INDEX dossiers_by_end ON dossiers
                ((COALESCE(resolved_at, closed_at)), id, accepted_at, resolving_unit, procedure_code, channel)
            WHERE COALESCE(resolved_at, closed_at) IS NOT NULL AND accepted_at IS NOT NULL
            """
        ])

    /// While older programs served beside this one, what they did was not counted: every dossier is looked at once more. What
    /// was counted already is not counted again.
    static let again = Migration(
        name: "measures-0003-again", stage: .contract,
        statements: [
            """
            INSERT INTO dossiers_without_measures (dossier_id)
            SELECT id FROM dossiers d WHERE NOT EXISTS (SELECT 1 FROM dossiers_without_measures w WHERE w.dossier_id = d.id)
            """
        ])
}

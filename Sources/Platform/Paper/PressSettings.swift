// SPDX-License-Identifier: Apache-2.0

/// Where the press finds what it works with, and how much it takes on.
package struct PressSettings: Sendable, Hashable {
    /// A path, or a name to be looked up in `PATH`.
    package var python: String
    /// The program of the worker, `typst_worker.py`; empty where there is none.
    package var worker: String
    /// Folders of templates; a later one goes before an earlier one.
    package var folders: [String]
    /// Processes that set pages beside one another; each starts with the first page that finds
    /// the others at work.
    package var workers = 2
    /// How long one paper may take.
    package var timeLimit = Duration.seconds(10)
    /// How many papers may wait; more are turned away, because nobody waits minutes for a page.
    package var queueLimit = 256

    package init(python: String, worker: String, folders: [String]) {
        (self.python, self.worker, self.folders) = (python, worker, folders)
    }
}

// SPDX-License-Identifier: Apache-2.0

extension Asset {
    /// Sends the files of `<input type=file data-uploads>` as soon as they are chosen, over a line that may break, and puts
    /// references to them into the form; says before the filing what is wrong with a picture. Without it the form carries
    /// the files itself.
    static let uploads = Asset(name: "uploads.js", type: "text/javascript; charset=utf-8", text: uploadScript)
}

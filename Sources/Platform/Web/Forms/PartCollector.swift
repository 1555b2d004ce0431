// SPDX-License-Identifier: Apache-2.0

import Kernel

/// Turns the parts of a multipart body into fields and files.
struct PartCollector {
    let limits: FormLimits
    let uploadFolder: String?
    let visit: Visit

    private(set) var form = FormData()
    /// The first thing that makes the form unacceptable although its text can be read to the end.
    private(set) var problem: FormProblem?

    private var header: PartHeader?
    private var text: [UInt8] = []
    private var writer: UploadWriter?
    private var parts = 0

    init(limits: FormLimits, uploadFolder: String?, visit: Visit) {
        (self.limits, self.uploadFolder, self.visit) = (limits, uploadFolder, visit)
    }

    mutating func take(_ event: MultipartParser.Event) async throws {
        switch event {
        case .part(let header): try begin(header)
        case .data(let bytes): try await append(bytes)
        case .end: try await end()
        }
    }

    /// Closes what is open after a failure; the visit removes the files.
    func abandon() async {
        try? await writer?.closeFile()
    }

    private mutating func begin(_ header: PartHeader) throws(FormProblem) {
        parts += 1
        guard parts <= limits.fields else { throw .tooManyFields }
        self.header = header
        text.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ bytes: [UInt8]) async throws {
        guard let header else { return }
        if header.filename == nil {
            guard text.count + bytes.count <= limits.fieldBytes else { throw FormProblem.fieldTooLarge }
            text.append(contentsOf: bytes)
            return
        }
        if writer == nil { try await openWriter() }
        guard let size = writer?.size, size + bytes.count <= limits.fileBytes else {
            if problem == nil { problem = .fileTooLarge(field: header.name, limit: limits.fileBytes) }
            return
        }
        try await writer?.append(bytes)
    }

    private mutating func openWriter() async throws {
        let opened = try await UploadWriter(folder: uploadFolder)
        visit.with { $0.temporaryFiles.append(opened.path) }
        writer = opened
    }

    private mutating func end() async throws {
        guard let header else { return }
        self.header = nil
        guard let filename = header.filename else {
            form.append(name: header.name, value: try checkedText(text))
            return
        }
        // An empty name without bytes is a file field nobody used.
        if filename.isEmpty, writer == nil { return }
        if writer == nil { try await openWriter() }
        guard var finished = writer else { return }
        writer = nil
        let hash = try await finished.finish()
        guard problem == nil else { return }
        form.append(
            UploadedFile(
                field: header.name, filename: safeFileName(filename), declaredType: header.type, path: finished.path,
                size: finished.size, sha256: hash))
    }
}

// SPDX-License-Identifier: Apache-2.0

import Cases
import Dossiers
import FoundationEssentials
import Logging
import ServiceLifecycle
import Uploads
import Vault

/// Removes uploads nobody finished within a day: at the start, then every hour.
struct UploadSweep: Service {
    let uploads: Uploads
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    _ = try await uploads.sweep()
                } catch {
                    logger.error("old uploads could not be removed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }
}

extension Installation {
    /// Where files come in pieces; whole ones go the way of every file of a form.
    func uploads(_ house: DossierHouse) throws -> Uploads {
        Uploads(database: house.database, storage: try files.room("uploads"), now: house.now) { path, filename in
            let file = try await KeepFile(house: house)(at: path, name: filename, component: "", field: "file")
            return KeptFile(
                reference: try house.references.reference(file), name: file.name, size: file.size, sha256: file.sha256,
                mediaType: file.mediaType, pages: file.pages)
        }
    }
}

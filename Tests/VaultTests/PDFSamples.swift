// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Small real PDFs: with a password to open, with one only against changing, and packed into object streams.
enum PDFSamples {
    static let locked = bytes(lockedText)
    /// Two pages.
    static let restricted = bytes(restrictedText)
    /// Three pages.
    static let packed = bytes(packedText)

    /// Written out plainly, with its table of objects.
    static func plain(pages: Int) -> [UInt8] {
        let kids = (0..<pages).map { "\($0 + 3) 0 R" }.joined(separator: " ")
        let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"
        return document(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [\(kids)] /Count \(pages) >>"] + Array(repeating: page, count: pages))
    }

    /// The objects one after the other, the first as the root.
    static func document(_ objects: [String]) -> [UInt8] {
        var (text, places) = ("%PDF-1.7\n", [Int]())
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { text += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n" }
        return Array((text + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }

    private static func bytes(_ base64: String) -> [UInt8] { Data(base64Encoded: base64).map(Array.init) ?? [] }

    private static let lockedText = """
        JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvRXh0ZW5zaW9ucyA8PCAvQURCRSA8PCAvQmFzZVZlcnNpb24gLzEuNyAvRXh0ZW5zaW9uTGV2ZWwgOCA+PiA+PiAvUGFnZXMgMiAwIFIg\
        L1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMg\
        NCAwIFIgL01lZGlhQm94IFsgMCAwIDIwMCAyMDAgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgPj4gL1R5cGUgL1BhZ2UgPj4KZW5kb2JqCjQgMCBvYmoKPDwgL0xlbmd0aCAz\
        MiAvRmlsdGVyIC9GbGF0ZURlY29kZSA+PgpzdHJlYW0KQhn19aHsLlIeUTJbOfspOrj4DYsYM92cG9VJBMYK8tkKZW5kc3RyZWFtCmVuZG9iago1IDAgb2JqCjw8IC9DRiA8PCAvU3Rk\
        Q0YgPDwgL0F1dGhFdmVudCAvRG9jT3BlbiAvQ0ZNIC9BRVNWMyAvTGVuZ3RoIDMyID4+ID4+IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGggMjU2IC9PIDxkYzJjMmYxZmM5MDAwNTI3\
        OTQ1YTBjNTg3NzM0NDMzMmYxODAwNTU2YzVmNWIyZGU4N2QwY2NiOGQ4MWFlNDRiODViZjMyZWRlNzUwNzU4MjE2NzQ5ZGM2YWE0ZmI3N2M+IC9PRSA8MWYwMzg1YzFlNTFmNjhlZDBi\
        YTNlZTNjYmEwYjBlNzIwNTc4NDVkM2ZhNTg4NmE4YzlmNzBlNDgyZmZkZjIxYz4gL1AgLTEwMjggL1Blcm1zIDw5ZTU3MmRjNGUzYmRkNzdhN2UwOTc2MDk2ZTA1ZDY5ZD4gL1IgNiAv\
        U3RtRiAvU3RkQ0YgL1N0ckYgL1N0ZENGIC9VIDw4ZjI5NjMyNjVmYmI1ZDVmMGRlNTA3MTNiYjBkYTY4NDMxMDQyYWEwMDFlOWI2MzRhZGIxM2Q0ZGExYjVjMmI0YWIwMDc4NWI3MTcx\
        YjNiNmQ5MmJlNDNlY2EwNmE4NjE+IC9VRSA8NzllNzNlMzNlNzE1NTE1YWFlMWNhMGViMDU2ZDA5MjI2MGE1ZGViNmE4YzQxM2UyMDg1OWU1OGZiOWQwN2JjYz4gL1YgNSA+PgplbmRv\
        YmoKeHJlZgowIDYKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDE1IDAwMDAwIG4gCjAwMDAwMDAxMzAgMDAwMDAgbiAKMDAwMDAwMDE4OSAwMDAwMCBuIAowMDAwMDAwMjk1IDAw\
        MDAwIG4gCjAwMDAwMDAzOTggMDAwMDAgbiAKdHJhaWxlciA8PCAvUm9vdCAxIDAgUiAvU2l6ZSA2IC9JRCBbPDZlYjU0M2ZhZTViNzZiYzY3OTI0OWJkY2IxOTM3MzU2Pjw2ZWI1NDNm\
        YWU1Yjc2YmM2NzkyNDliZGNiMTkzNzM1Nj5dIC9FbmNyeXB0IDUgMCBSID4+CnN0YXJ0eHJlZgo5NDgKJSVFT0YK
        """

    private static let restrictedText = """
        JVBERi0xLjYKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDIgL0tpZHMgWyAzIDAgUiA0IDAgUiBd\
        IC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNSAwIFIgL01lZGlhQm94IFsgMCAwIDIwMCAyMDAgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwg\
        Pj4gL1R5cGUgL1BhZ2UgPj4KZW5kb2JqCjQgMCBvYmoKPDwgL0NvbnRlbnRzIDYgMCBSIC9NZWRpYUJveCBbIDAgMCAyMDAgMjAwIF0gL1BhcmVudCAyIDAgUiAvUmVzb3VyY2VzIDw8\
        ID4+IC9UeXBlIC9QYWdlID4+CmVuZG9iago1IDAgb2JqCjw8IC9MZW5ndGggMzIgL0ZpbHRlciAvRmxhdGVEZWNvZGUgPj4Kc3RyZWFtCuiplPcecmni7/Co0dpPH8DYhbtUjb/Dsgm/\
        qOX5LvA4CmVuZHN0cmVhbQplbmRvYmoKNiAwIG9iago8PCAvTGVuZ3RoIDMyIC9GaWx0ZXIgL0ZsYXRlRGVjb2RlID4+CnN0cmVhbQpyPe7A44OfiycnaPOCY8xnEeIfR61uezcgNZ5W\
        oD8gtwplbmRzdHJlYW0KZW5kb2JqCjcgMCBvYmoKPDwgL0NGIDw8IC9TdGRDRiA8PCAvQXV0aEV2ZW50IC9Eb2NPcGVuIC9DRk0gL0FFU1YyIC9MZW5ndGggMTYgPj4gPj4gL0ZpbHRl\
        ciAvU3RhbmRhcmQgL0xlbmd0aCAxMjggL08gPDc3YjhmYjA5ODAyMmQzYWIzNDIzN2VhNTY0M2MwODcxMGVhNTEyM2ZjNWY4OGJmOTkzYTY4Y2NhNWYxMmI0MGY+IC9PRSA8PiAvUCAt\
        MTAyOCAvUiA0IC9TdG1GIC9TdGRDRiAvU3RyRiAvU3RkQ0YgL1UgPGQwMjc5ZWE0YWFlYjY5N2RlNjhhNGU1YmY3YzNjMjk2MDAyMTQ0Njk5MGI5ZTQxMTQwNzFhNGQ5MTA0OTg0YzE+\
        IC9VRSA8PiAvViA0ID4+CmVuZG9iagp4cmVmCjAgOAowMDAwMDAwMDAwIDY1NTM1IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDA2NCAwMDAwMCBuIAowMDAwMDAwMTI5IDAw\
        MDAwIG4gCjAwMDAwMDAyMzUgMDAwMDAgbiAKMDAwMDAwMDM0MSAwMDAwMCBuIAowMDAwMDAwNDQ0IDAwMDAwIG4gCjAwMDAwMDA1NDcgMDAwMDAgbiAKdHJhaWxlciA8PCAvUm9vdCAx\
        IDAgUiAvU2l6ZSA4IC9JRCBbPDZlYjU0M2ZhZTViNzZiYzY3OTI0OWJkY2IxOTM3MzU2Pjw2ZWI1NDNmYWU1Yjc2YmM2NzkyNDliZGNiMTkzNzM1Nj5dIC9FbmNyeXB0IDcgMCBSID4+\
        CnN0YXJ0eHJlZgo4NjMKJSVFT0YK
        """

    private static let packedText = """
        JVBERi0xLjUKJb/3ov4KMSAwIG9iago8PCAvVHlwZSAvT2JqU3RtIC9MZW5ndGggMTU1IC9GaWx0ZXIgL0ZsYXRlRGVjb2RlIC9OIDUgL0ZpcnN0IDI2ID4+CnN0cmVhbQp4nLXNTQrC\
        MBAF4L2neDdImv5DyaJdiiDFnXQRbCgFSaRJQW/vNEER3CpDZpP3vhHgSJFmyFBz5EiqBAVEKXZNA3ZUk3b0z9GDnR43DdYpr652gpQh0dnVeEqw/Tw6nInZsnnYRdjDqxmxd894bbxD\
        GfGDHmfV2jsRnEbw+IattuhwIuR67ey6XAgiRcpP+4uu/kfXP6Wf1/VmtwplbmRzdHJlYW0KZW5kb2JqCjcgMCBvYmoKPDwgL0xlbmd0aCAwIC9GaWx0ZXIgL0ZsYXRlRGVjb2RlID4+\
        CnN0cmVhbQoKZW5kc3RyZWFtCmVuZG9iago4IDAgb2JqCjw8IC9MZW5ndGggMCAvRmlsdGVyIC9GbGF0ZURlY29kZSA+PgpzdHJlYW0KCmVuZHN0cmVhbQplbmRvYmoKOSAwIG9iago8\
        PCAvTGVuZ3RoIDAgL0ZpbHRlciAvRmxhdGVEZWNvZGUgPj4Kc3RyZWFtCgplbmRzdHJlYW0KZW5kb2JqCjEwIDAgb2JqCjw8IC9UeXBlIC9YUmVmIC9MZW5ndGggMzQgL0ZpbHRlciAv\
        RmxhdGVEZWNvZGUgL0RlY29kZVBhcm1zIDw8IC9Db2x1bW5zIDQgL1ByZWRpY3RvciAxMiA+PiAvVyBbIDEgMiAxIF0gL1Jvb3QgMiAwIFIgL1NpemUgMTEgL0lEIFs8NmViNTQzZmFl\
        NWI3NmJjNjc5MjQ5YmRjYjE5MzczNTY+PDZlYjU0M2ZhZTViNzZiYzY3OTI0OWJkY2IxOTM3MzU2Pl0gPj4Kc3RyZWFtCnicY2IAAiZGBn4Q8YmBCchjRCf+M/L9AbLcGBAEAFd6A/oK\
        ZW5kc3RyZWFtCmVuZG9iagpzdGFydHhyZWYKNDgxCiUlRU9GCg==
        """
}

# SPDX-License-Identifier: Apache-2.0
"""Pictures of papers as phones take them, good and bad, and a PDF with a password; needs Pillow."""

import base64
import io
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

WORDS = "giấy chứng sinh của trẻ em họ tên ngày tháng năm nơi cư trú số định danh cá nhân bệnh viện tỉnh xã".split()


def paper(width=1700, height=2300, seed=1):
    """A page of lines of text on slightly yellow paper."""
    random.seed(seed)
    picture = Image.new("RGB", (width, height), (235, 231, 223))
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(width // 48)
    for y in range(height // 12, height * 9 // 10, width // 28):
        pen.text((width // 12, y), " ".join(random.choice(WORDS) for _ in range(9)), fill=(30, 30, 40), font=font)
    return picture


def grainy(picture, strength=10):
    """With the noise of a sensor, which also makes the file large."""
    noise = Image.effect_noise(picture.size, strength).convert("RGB")
    return ImageChops.add(picture, noise, scale=1, offset=-128)


def jpeg(picture, quality=90, orientation=None):
    buffer, options = io.BytesIO(), {}
    if orientation:
        options["exif"] = Image.Exif()
        options["exif"][0x0112] = orientation
    picture.save(buffer, "JPEG", quality=quality, **options)
    return buffer.getvalue()


def photograph(width=3000, height=4000, seed=1):
    """Several megabytes, as they come from a camera."""
    return jpeg(grainy(paper(width, height, seed), 12), 93)


def blank():
    return jpeg(Image.new("RGB", (1700, 2300), (240, 238, 230)))


def blurred():
    return jpeg(paper().filter(ImageFilter.GaussianBlur(9)))


def sideways():
    return jpeg(paper().rotate(90, expand=True))


def held_sideways():
    """Stored lying, with the flag that says how the camera was held: every viewer shows it upright."""
    return jpeg(paper().rotate(90, expand=True), orientation=6)


def small():
    return jpeg(paper(500, 680))


def locked_pdf():
    """A page nobody sees without the password, made once with AES-256."""
    return base64.b64decode(LOCKED)


LOCKED = """
JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvRXh0ZW5zaW9ucyA8PCAvQURCRSA8PCAvQmFzZVZlcnNpb24gLzEuNyAvRXh0ZW5zaW9uTGV2ZWwgOCA+PiA+
PiAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+
PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAwIDIwMCAyMDAgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwg
Pj4gL1R5cGUgL1BhZ2UgPj4KZW5kb2JqCjQgMCBvYmoKPDwgL0xlbmd0aCAzMiAvRmlsdGVyIC9GbGF0ZURlY29kZSA+PgpzdHJlYW0KQhn19aHsLlIeUTJb
OfspOrj4DYsYM92cG9VJBMYK8tkKZW5kc3RyZWFtCmVuZG9iago1IDAgb2JqCjw8IC9DRiA8PCAvU3RkQ0YgPDwgL0F1dGhFdmVudCAvRG9jT3BlbiAvQ0ZN
IC9BRVNWMyAvTGVuZ3RoIDMyID4+ID4+IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGggMjU2IC9PIDxkYzJjMmYxZmM5MDAwNTI3OTQ1YTBjNTg3NzM0NDMz
MmYxODAwNTU2YzVmNWIyZGU4N2QwY2NiOGQ4MWFlNDRiODViZjMyZWRlNzUwNzU4MjE2NzQ5ZGM2YWE0ZmI3N2M+IC9PRSA8MWYwMzg1YzFlNTFmNjhlZDBi
YTNlZTNjYmEwYjBlNzIwNTc4NDVkM2ZhNTg4NmE4YzlmNzBlNDgyZmZkZjIxYz4gL1AgLTEwMjggL1Blcm1zIDw5ZTU3MmRjNGUzYmRkNzdhN2UwOTc2MDk2
ZTA1ZDY5ZD4gL1IgNiAvU3RtRiAvU3RkQ0YgL1N0ckYgL1N0ZENGIC9VIDw4ZjI5NjMyNjVmYmI1ZDVmMGRlNTA3MTNiYjBkYTY4NDMxMDQyYWEwMDFlOWI2
MzRhZGIxM2Q0ZGExYjVjMmI0YWIwMDc4NWI3MTcxYjNiNmQ5MmJlNDNlY2EwNmE4NjE+IC9VRSA8NzllNzNlMzNlNzE1NTE1YWFlMWNhMGViMDU2ZDA5MjI2
MGE1ZGViNmE4YzQxM2UyMDg1OWU1OGZiOWQwN2JjYz4gL1YgNSA+PgplbmRvYmoKeHJlZgowIDYKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDE1IDAw
MDAwIG4gCjAwMDAwMDAxMzAgMDAwMDAgbiAKMDAwMDAwMDE4OSAwMDAwMCBuIAowMDAwMDAwMjk1IDAwMDAwIG4gCjAwMDAwMDAzOTggMDAwMDAgbiAKdHJh
aWxlciA8PCAvUm9vdCAxIDAgUiAvU2l6ZSA2IC9JRCBbPDZlYjU0M2ZhZTViNzZiYzY3OTI0OWJkY2IxOTM3MzU2Pjw2ZWI1NDNmYWU1Yjc2YmM2NzkyNDli
ZGNiMTkzNzM1Nj5dIC9FbmNyeXB0IDUgMCBSID4+CnN0YXJ0eHJlZgo5NDgKJSVFT0YK
"""

# SPDX-License-Identifier: Apache-2.0
"""Pictures of papers as phones take them, good and bad, and a PDF with a password; needs Pillow and pikepdf."""

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
    import pikepdf

    document, buffer = pikepdf.new(), io.BytesIO()
    document.add_blank_page()
    document.save(buffer, encryption=pikepdf.Encryption(owner="chu", user="mo"))
    return buffer.getvalue()

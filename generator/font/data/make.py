#!/usr/bin/python3
"""make.py FONTS - cut the embedded fonts from their sources; writes into the folder of this script.

FONTS is a folder node_modules/@expo-google-fonts that holds (npm install --ignore-scripts @expo-google-fonts/NAME)
  noto-serif-sc 0.4.3, noto-sans-sc 0.4.3, noto-sans-mono 0.4.2, noto-sans-symbols-2 0.4.1, noto-emoji 0.4.7,
  tinos 0.4.2, arimo 0.4.3
Further sources are Debian packages: fonts-lxgw-wenkai 1.250, unicode-data 15.0, fonttools 4.38.
The same sources give the same bytes; SHA256SUMS holds their sums.
"""
import bz2
import glob
import hashlib
import os
import shutil
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = os.path.dirname(os.path.abspath(__file__))
LXGW = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"


def span(*pairs):
    return {c for first, last in pairs for c in range(first, last + 1)}


def charset(encoding):
    found = set()
    for c in range(0x80, 0x10000):
        if not 0xD800 <= c < 0xE000:
            try:
                chr(c).encode(encoding)
                found.add(c)
            except UnicodeEncodeError:
                pass
    return found


def standard_han():
    """The 8,105 characters of the table of standard Chinese characters (kTGH)."""
    with bz2.open(UNIHAN, "rt", encoding="utf8") as lines:
        return {int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line}


def coverage(path):
    return set(TTFont(path, lazy=True).getBestCmap())


def source(fonts, package, style):
    found = [p for p in glob.glob(f"{fonts}/{package}/**/*_{style}.ttf", recursive=True)]
    if len(found) != 1:
        sys.exit(f"{package} {style}: {len(found)} files found")
    return found[0]


def rename(font, family):
    """A cut font is a modified version: one with a reserved name (LXGW, 霞鹜) has to be called something else."""
    for record in list(font["name"].names):
        if record.nameID in (0, 13, 14):
            continue
        font["name"].removeNames(record.nameID, record.platformID, record.platEncID, record.langID)
    for number, text in ((1, family), (2, "Regular"), (3, family), (4, family), (6, family.replace(" ", ""))):
        font["name"].setName(text, number, 3, 1, 0x409)


def cut(path, codes, name, family=""):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "vhea", "vmtx", "VORG", "gasp", "prep", "cvt ", "fpgm", "DSIG", "kern"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.glyph_names = False
    options.notdef_outline = True
    options.recommended_glyphs = True
    options.recalc_timestamp = False
    font = subset.load_font(path, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    if family:
        rename(font, family)
    subset.save_font(font, os.path.join(HERE, name), options)


def ofl_of_debian(path, name):
    """The licence of a Debian package, without the indents and dots of its copyright file."""
    text = open(path, encoding="utf8").read()
    body = text.split("License: OFL-1.1\n ---", 1)[1].split("\n\n", 1)[0]
    lines = [line[1:] if line != " ." else "" for line in ("---" + body).split("\n")]
    head = "Copyright 2021-2022 lxgw, with Reserved Font Names \"霞鹜\" and \"LXGW\"\nThe cut of this font is named \"Rare Han Kai\".\n\n"
    with open(os.path.join(HERE, name), "w", encoding="utf8") as out:
        out.write(head + "\n".join(lines) + "\n")


def main(fonts):
    symbols = span((0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FE), (0x400, 0x45F), (0x2010, 0x205F), (0x2070, 0x20BF), (0x2100, 0x23FF),
                   (0x2460, 0x27FF), (0x3000, 0x30FF), (0x3200, 0x33FF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEE))
    common = symbols | charset("gb2312") | standard_han()
    han = span((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
    latin = span((0x20, 0x7E), (0xA0, 0xA0), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x24F), (0x300, 0x36F), (0x1E00, 0x1EFF))
    serif = source(fonts, "noto-serif-sc", "400Regular")
    cut(serif, common, "serif.ttf")
    cut(serif, (coverage(serif) & (han | charset("gbk"))) - common, "serif-rare.ttf")
    cut(source(fonts, "noto-sans-sc", "700Bold"), common, "sans.ttf")
    cut(source(fonts, "tinos", "400Regular"), latin, "latin-serif.ttf")
    cut(source(fonts, "arimo", "400Regular"), latin, "latin-sans.ttf")
    cut(source(fonts, "arimo", "700Bold"), latin, "latin-sans-bold.ttf")
    cut(source(fonts, "noto-sans-mono", "400Regular"), symbols, "mono.ttf")
    cut(source(fonts, "noto-sans-symbols-2", "400Regular"), span((0x2300, 0x23FF), (0x2600, 0x27BF), (0x2B00, 0x2BFF)), "symbols.ttf")
    cut(source(fonts, "noto-emoji", "400Regular"), span((0x2600, 0x27BF), (0x1F000, 0x1FAFF)), "emoji.ttf")
    cut(LXGW, (coverage(LXGW) & han) - coverage(serif) - common, "kai-rare.ttf", "Rare Han Kai")
    ofl_of_debian("/usr/share/doc/fonts-lxgw-wenkai/copyright", "OFL-lxgw-wenkai.txt")
    for package, name in (("noto-serif-sc", "noto-serif-sc"), ("noto-sans-sc", "noto-sans-sc"), ("noto-sans-mono", "noto-sans-mono"),
                          ("noto-sans-symbols-2", "noto-sans-symbols-2"), ("noto-emoji", "noto-emoji"), ("tinos", "tinos"), ("arimo", "arimo")):
        shutil.copyfile(f"{fonts}/{package}/LICENSE_FONT", os.path.join(HERE, f"OFL-{name}.txt"))
    names = sorted(n for n in os.listdir(HERE) if n.endswith(".ttf"))
    with open(os.path.join(HERE, "SHA256SUMS"), "w", encoding="ascii") as sums:
        for name in names:
            with open(os.path.join(HERE, name), "rb") as data:
                sums.write(f"{hashlib.sha256(data.read()).hexdigest()}  {name}\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

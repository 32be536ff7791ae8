"""Tells whether a word is a possible Vietnamese syllable, by its spelling alone.

Knows no dictionary: "nghiêng" and "ngoèng" pass, "strasse" and "héi" do not.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_TONES = dict.fromkeys(map(ord, _GRAVE + _ACUTE + _TILDE + _HOOK + _DOT))
_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|[bcdđghklmnprstvx]"
_RIME = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
oe oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uân uâng uât uây uê uênh uêch uy uya uych uyên uyêt uynh uyt uyu
uôc uôi uôm uôn uông uôt uơ ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu
"""
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{'|'.join(_RIME.split())})")
_STOP = ("c", "ch", "p", "t")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Tell whether a word, in NFC, may be a Vietnamese syllable; case does not matter."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in parts if ord(char) in _TONES]
    bare = unicodedata.normalize("NFC", parts.translate(_TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    # A syllable that ends in a stop bears the tone sắc or nặng.
    return not bare.endswith(_STOP) or (bool(tones) and tones[0] in (_ACUTE, _DOT))

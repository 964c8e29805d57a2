/* Letters, terms and lists as the index has them: src/render/search/fold.rs and list.rs say the same. */
var tongbaoWords = (function () {
  "use strict";
  var MARK = 0, SPACE = 1, WORD = 2, GRAM = 3, LONGEST = 32, ESCAPE = 20;
  var VALUES = {};
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".split("").forEach(function (c, n) { VALUES[c] = n; });
  var GRAMS = [0x530, 0x1dff, 0x2e80, 0x2fdf, 0x3005, 0x3007, 0x3021, 0x3029, 0x3031, 0x303c, 0x3041, 0x30fa, 0x30fc,
    0x31ff, 0x3400, 0x4dbf, 0x4e00, 0xabff, 0xac00, 0xd7ff, 0xe000, 0xfaff, 0xff66, 0xffdc, 0x20000, 0x10ffff];
  var WORDS = [0x30, 0x39, 0x61, 0x7a, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2af, 0x370, 0x52f, 0x1e00, 0x1fff];
  function within(ranges, code) {
    for (var i = 0; i < ranges.length; i += 2) {
      if (code >= ranges[i] && code <= ranges[i + 1]) { return true; }
    }
    return false;
  }
  function fold(c) {
    var code = c.codePointAt(0), small;
    if (c === "[" || code === 0x3010 || code === 0x3014 || code === 0xfe5d) { return "("; }
    if (c === "]" || code === 0x3011 || code === 0x3015 || code === 0xfe5e) { return ")"; }
    if (code < 0x80) { return c.toLowerCase(); }
    if (code === 0xa0 || code === 0x3000) { return " "; }
    if (code >= 0xff01 && code <= 0xff5e) { return fold(String.fromCharCode(code - 0xfee0)); }
    if (code === 0x25cb || code === 0x25ef || code === 0x96f6) { return "\u3007"; }
    if (code >= 0x2010 && code <= 0x2013 || code === 0x2212) { return "-"; }
    if (code === 0x2018 || code === 0x2019) { return "'"; }
    if (code === 0x201c || code === 0x201d) { return "\""; }
    if (code <= 0x52f || code >= 0x1e00 && code <= 0x1fff) {
      small = c.toLowerCase();
      return small.length === 1 && within(WORDS, small.charCodeAt(0)) ? small : c;
    }
    return c;
  }
  function kind(c) {
    var code = c.codePointAt(0);
    if (c === " ") { return SPACE; }
    if (within(WORDS, code)) { return WORD; }
    return within(GRAMS, code) ? GRAM : MARK;
  }
  /* Letters folded, without spaces beside gram letters; `from` has for each the place where it stands in `text`. */
  function squeezed(text) {
    var letters = [], from = [], space = -1, at = 0, c, whole;
    while (at < text.length) {
      whole = String.fromCodePoint(text.codePointAt(at));
      c = fold(whole);
      if (c === " ") {
        if (space < 0) { space = at; }
      } else {
        if (space >= 0 && kind(c) !== GRAM && letters.length && kind(letters[letters.length - 1]) !== GRAM) {
          letters.push(" ");
          from.push(space);
        }
        space = -1;
        letters.push(c);
        from.push(at);
      }
      at += whole.length;
    }
    from.push(at);
    return { letters: letters, from: from };
  }
  /* Each term as [first, second] for a pair, second empty where a run ends, or as [word]. */
  function terms(letters) {
    var found = [], word = "", count = 0;
    for (var i = 0; i < letters.length; i += 1) {
      var here = kind(letters[i]), next = i + 1 < letters.length ? kind(letters[i + 1]) : MARK;
      if (here === GRAM) {
        found.push([letters[i], next === GRAM || next === WORD ? letters[i + 1] : ""]);
      } else if (here === WORD) {
        if (count < LONGEST) { word += letters[i]; }
        count += 1;
        if (next !== WORD) { found.push([word]); word = ""; count = 0; }
        if (next === GRAM) { found.push([letters[i], letters[i + 1]]); }
      }
    }
    return found;
  }
  /* The numbers of a list. */
  function numbers(list, width) {
    var at = 0, whole = 6 * width, end = list.length * 6;
    function bit() {
      var place = at;
      at += 1;
      return VALUES[list.charAt(Math.floor(place / 6))] >> (5 - place % 6) & 1;
    }
    function number(bits) {
      for (var value = 0, i = 0; i < bits; i += 1) { value = value * 2 + bit(); }
      return value;
    }
    if (!list) { return []; }
    if (list.length === width) { return [number(whole)]; }
    var k = number(6), all = [number(whole)], last = all[0];
    while (at < end) {
      var ones = 0, ended = false;
      while (at < end && ones < ESCAPE && !ended) {
        if (bit()) { ones += 1; } else { ended = true; }
      }
      /* The last letter is filled up with ones: no zero ends them. */
      if (!ended && ones < ESCAPE) { break; }
      last += 1 + (ended ? ones * (1 << k) + number(k) : number(whole));
      all.push(last);
    }
    return all;
  }
  /* In the order of the letters themselves, which is that of the index. */
  function compare(a, b) {
    var one = Array.from(a), two = Array.from(b);
    for (var i = 0; i < one.length && i < two.length; i += 1) {
      if (one[i] !== two[i]) { return one[i].codePointAt(0) - two[i].codePointAt(0); }
    }
    return one.length - two.length;
  }
  return { MARK: MARK, SPACE: SPACE, WORD: WORD, GRAM: GRAM, LONGEST: LONGEST, kind: kind, fold: fold, squeezed: squeezed,
    terms: terms, numbers: numbers, compare: compare };
}());

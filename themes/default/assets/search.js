/* The search page: reads the query, loads the shards that it needs, and shows only what really holds it. */
var tongbaoSearch = (function () {
  "use strict";
  var held = {}, manifest = null, version = "", ready = [], stored = [];
  function keep(family, name, value) {
    if (family === "i") {
      version = name;
      manifest = value;
      ready.splice(0).forEach(function (then) { then(); });
    } else {
      held[family + "/" + name] = value;
    }
  }
  if (!window.Promise || !window.IntersectionObserver || !String.prototype.codePointAt || !Array.from) { return keep; }
  var words = tongbaoWords, waiting = {};

  /* One shard, by a script element: nothing else can be read from a disk. */
  function load(family, name) {
    var key = family + "/" + name;
    if (!waiting[key]) {
      waiting[key] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.onload = function () {
          if (held[key] === undefined) { reject(new Error(key)); } else { resolve(held[key]); }
          script.parentNode.removeChild(script);
        };
        script.onerror = function () { delete waiting[key]; reject(new Error(key)); };
        script.src = "search/" + key + ".js?" + version;
        document.head.appendChild(script);
      });
    }
    return waiting[key];
  }
  function all(list, each) { return Promise.all(list.map(each)); }

  /* ---- The query ---- */

  /* Terms are parted by spaces; quotation marks keep one together. */
  function parse(query) {
    var parts = [], open = false, text = "", i, c;
    function end(quoted, last) {
      var term = made(text, quoted, last);
      if (term) { parts.push(term); }
      text = "";
    }
    for (i = 0; i < query.length; i += 1) {
      c = words.fold(query.charAt(i));
      if (c === "\"") {
        end(open, false);
        open = !open;
      } else if (/\s/.test(c) && !open) {
        end(false, false);
      } else {
        text += query.charAt(i);
      }
    }
    end(false, true);
    return parts;
  }
  function made(text, quoted, last) {
    var term = phrase(text, quoted, last);
    if (term && !quoted) {
      term.others = days(term.text).filter(function (day) { return day !== term.text; }).map(function (day) {
        return phrase(day, false, false);
      });
      if (term.others.length) { term.exact = false; }
    }
    return term;
  }
  /* A day or a month, in figures or in words, as tables write it and as the language of the page does. */
  function days(text) {
    var parts = /^(\d{4})(?:[-.\/]|\u5e74)(\d{1,2})(?:(?:[-.\/]|\u6708)(\d{1,2})\u65e5?|\u6708)?$/.exec(text), list = [], language, date;
    if (!parts || !window.Intl || +parts[2] < 1 || +parts[2] > 12 || parts[3] && (+parts[3] < 1 || +parts[3] > 31)) { return list; }
    function padded(number) { return number.length < 2 ? "0" + number : number; }
    function add(written) {
      written = words.squeezed(written).letters.join("");
      if (list.indexOf(written) < 0) { list.push(written); }
    }
    add(parts[1] + "-" + padded(parts[2]) + (parts[3] ? "-" + padded(parts[3]) : ""));
    language = document.documentElement.lang || "zh-CN";
    date = new Date(Date.UTC(+parts[1], parts[2] - 1, +(parts[3] || 1)));
    [language].concat(language === "en" ? ["en-GB"] : []).forEach(function (one) {
      var form = { year: "numeric", month: "long", timeZone: "UTC" };
      if (parts[3]) { form.day = "numeric"; }
      try { add(new Intl.DateTimeFormat(one, form).format(date)); } catch (e) { /* A language that it does not know. */ }
    });
    return list;
  }
  function phrase(text, quoted, last) {
    var letters = words.squeezed(text.replace(/\s+/g, " ").trim()).letters;
    var kinds = letters.map(words.kind);
    var grams = kinds.indexOf(words.GRAM) >= 0;
    if (!grams && kinds.indexOf(words.WORD) < 0) { return null; }
    var term = { letters: letters, text: letters.join(""), ways: [], others: [] };
    /* A phrase of words alone begins and ends where words do, but for the one that is being typed. */
    term.whole = !grams;
    term.open = last && !quoted;
    term.startsWord = !grams && kinds[0] === words.WORD;
    term.endsWord = !grams && kinds[kinds.length - 1] === words.WORD;
    words.terms(letters).forEach(function (found, place, every) {
      var first = place === 0, last = place === every.length - 1;
      if (found.length === 2) {
        if (found[1]) { term.ways.push({ head: found[0], second: found[1] }); }
      } else if (grams) {
        /* A word at the edge of a phrase with other letters may be a part of a longer one. */
        if (!first && !last) { term.ways.push({ head: found[0], second: "" }); }
      } else if (last && term.endsWord && term.open) {
        if (Array.from(found[0]).length > 1) {
          term.ways.push({ from: found[0] });
        } else if (first) {
          term.open = false;
          term.ways.push({ head: found[0], second: "" });
        }
      } else {
        term.ways.push({ head: found[0], second: "" });
      }
    });
    if (grams && !term.ways.length) {
      term.ways.push({ head: letters[kinds.indexOf(words.GRAM)], any: true });
    }
    /* Whether the index alone gives the right answer. */
    term.exact = grams ? kinds.every(function (kind) { return kind === words.GRAM; }) && letters.length < 3 :
      kinds.every(function (kind) { return kind === words.WORD; }) && letters.length <= words.LONGEST;
    return term;
  }

  /* ---- The index ---- */

  /* A term of the index as the shards are parted by: its head and its second letter. */
  function before(a, b) {
    var one = a.split(","), two = b.split(",");
    var heads = words.compare(one[0], two[0]);
    return heads || words.compare(one[1] === "." ? "" : one[1], two[1] === "." ? "" : two[1]);
  }
  function shardOf(term) {
    var low = 0, high = manifest.bounds.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (before(manifest.bounds[middle], term) > 0) { high = middle - 1; } else { low = middle; }
    }
    return low;
  }
  function shardsOf(way) {
    var first, last, list = [];
    if (way.from) {
      first = shardOf(way.from + ",.");
      last = shardOf(way.from + "\uffff,.");
    } else if (way.any) {
      first = shardOf(way.head + ",.");
      last = shardOf(way.head + ",\udbff\udfff");
    } else {
      first = last = shardOf(way.head + "," + (way.second || "."));
    }
    for (; first <= last; first += 1) { list.push(String(first)); }
    return list;
  }
  function look(text, way, found) {
    var heads = text.split(" ");
    for (var i = 0; i < heads.length; i += 1) {
      var entries = heads[i].split(",");
      if (way.from ? entries[0].indexOf(way.from) === 0 : entries[0] === way.head) {
        for (var e = 1; e < entries.length; e += 1) { take(entries[e], way, found); }
      }
    }
  }
  function take(entry, way, found) {
    var second = String.fromCodePoint(entry.codePointAt(0)), lists = entry.slice(second.length).split(".");
    if (!way.any && second !== (way.second || ".")) { return; }
    var every = words.numbers(lists[0], manifest.width);
    every.forEach(function (n) { found[n] = found[n] || 1; });
    (lists[1] ? words.numbers(lists[1], manifest.width) : lists.length > 1 ? every : []).forEach(function (n) { found[n] = 2; });
  }
  /* For each document that has it: 2 where in its title or names, else 1. */
  function lookUp(way) {
    return all(shardsOf(way), function (name) { return load("g", name); }).then(function (texts) {
      var found = {};
      texts.forEach(function (text) { look(text, way, found); });
      return found;
    });
  }
  var FIRST = 3, MANY = 24;
  /* Documents that may hold the term: some of its ways first, the others when these leave many. */
  function candidates(term) {
    return all([term].concat(term.others), holders).then(function (lists) {
      return lists.reduce(function (one, two) {
        Object.keys(two).forEach(function (n) { one[n] = Math.max(one[n] || 0, two[n]); });
        return one;
      });
    });
  }
  function holders(term) {
    var ways = term.ways.slice(), some = ways;
    if (ways.length > FIRST) {
      some = [ways[0], ways[ways.length >> 1], ways[ways.length - 1]];
    }
    return all(some, lookUp).then(both).then(function (found) {
      var others = ways.filter(function (way) { return some.indexOf(way) < 0; }).slice(0, FIRST);
      if (!others.length || Object.keys(found).length <= MANY) { return found; }
      return all(others, lookUp).then(function (more) { return both([found].concat(more)); });
    });
  }
  function both(lists) {
    return lists.reduce(function (one, two) {
      var found = {};
      Object.keys(one).forEach(function (n) { if (two[n]) { found[n] = Math.min(one[n], two[n]); } });
      return found;
    });
  }

  /* ---- Titles and texts ---- */

  function unpack() {
    manifest.bounds = manifest.bounds ? manifest.bounds.split(" ") : [];
    manifest.shards = [];
    var first = 0;
    manifest.texts.split(" ").forEach(function (batch, b) {
      (batch ? batch.split(",") : []).forEach(function (count, part) {
        manifest.shards.push({ first: first, name: b + "-" + part });
        first += Number(count);
      });
    });
    ["kinds", "units", "areas", "years"].forEach(function (name) {
      var fields = manifest[name] ? manifest[name].split("\t") : [], list = [];
      for (var i = 0; i < fields.length; i += 2) {
        list.push({ word: fields[i], list: fields[i + 1], has: null });
      }
      manifest[name] = list;
    });
    manifest.kindOf = [];
    manifest.kinds.forEach(function (choice, place) {
      documentsOf(choice);
      Object.keys(choice.has).forEach(function (n) { manifest.kindOf[n] = place; });
    });
  }
  function documentsOf(choice) {
    if (!choice.has) {
      choice.has = {};
      words.numbers(choice.list, manifest.width).forEach(function (n) { choice.has[n] = true; });
    }
    return choice.has;
  }
  function titleOf(n) {
    return load("d", String(Math.floor(n / manifest.titles))).then(function (titles) {
      var fields = titles[n % manifest.titles].split("\t");
      return { title: fields[0], href: fields[1], date: fields[2] || "" };
    });
  }
  function textOf(n) {
    var low = 0, high = manifest.shards.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (manifest.shards[middle].first > n) { high = middle - 1; } else { low = middle; }
    }
    var shard = manifest.shards[low];
    return load("t", shard.name).then(function (texts) { return lines(texts[n - shard.first]); });
  }
  function lines(text) {
    var list = [], anchor = "", fields = text.split("\t");
    for (var i = 0; i < fields.length; i += 1) {
      if (fields[i]) {
        list.push({ text: fields[i], anchor: anchor });
      } else {
        i += 1;
        anchor = fields[i] || "";
      }
    }
    return list;
  }
  /* Where the term stands in a text: [from, to] pairs in the text as it is written. */
  function places(text, term) {
    return merged([placesOf(text, term)].concat(term.others.map(function (other) { return placesOf(text, other); })));
  }
  function placesOf(text, term) {
    var line = words.squeezed(text), found = [], string = line.letters.join(""), units = [], at, end;
    line.letters.forEach(function (c, i) { for (var u = 0; u < c.length; u += 1) { units.push(i); } });
    units.push(line.letters.length);
    for (at = string.indexOf(term.text); at >= 0; at = string.indexOf(term.text, end > at ? end : at + 1)) {
      end = at + term.text.length;
      if (isWhole(line.letters, units[at], units[end], term)) {
        var last = units[end] - 1;
        var to = line.from[last] + String.fromCodePoint(text.codePointAt(line.from[last])).length;
        found.push([line.from[units[at]], to]);
      } else {
        end = at;
      }
    }
    return found;
  }
  function isWhole(letters, from, to, term) {
    function isWord(i) { return i >= 0 && i < letters.length && words.kind(letters[i]) === words.WORD; }
    return !(term.startsWord && isWord(from - 1)) && !(term.endsWord && !term.open && isWord(to));
  }

  /* ---- The page ---- */

  var box = null, said, list, more, watcher, form = {}, state = {}, round = 0, results = null;
  function word(name, n) {
    var text = box.getAttribute("data-" + name) || "";
    return n === undefined ? text : text.replace("#", String(n));
  }
  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text) { made.appendChild(document.createTextNode(text)); }
    return made;
  }
  function field(label, input) {
    var wrap = element("label", "", word(label) + " ");
    wrap.appendChild(input);
    return wrap;
  }
  var FILTERS = [["type", "kinds"], ["unit", "units"], ["area", "areas"], ["year", "years"]];
  function build() {
    var whole = element("form", "search-form");
    whole.setAttribute("role", "search");
    whole.addEventListener("submit", function (event) {
      event.preventDefault();
      focusResult(0);
    });
    form.q = element("input");
    form.q.type = "search";
    form.q.id = "q";
    form.q.autocomplete = "off";
    form.q.setAttribute("aria-describedby", "search-hint");
    form.q.addEventListener("input", changed);
    whole.appendChild(field("query", form.q));
    FILTERS.forEach(function (filter) {
      var select = form[filter[0]] = element("select");
      select.appendChild(new Option(word("all"), ""));
      manifest[filter[1]].forEach(function (choice) { select.appendChild(new Option(choice.word, choice.word)); });
      select.addEventListener("change", changed);
      whole.appendChild(field(filter[0], select));
    });
    var hint = element("p", "note", word("hint"));
    hint.id = "search-hint";
    whole.appendChild(hint);
    said = element("p", "search-said");
    said.setAttribute("role", "status");
    list = element("div", "search-results");
    more = element("button", "search-more", word("more"));
    more.type = "button";
    more.hidden = true;
    more.addEventListener("click", function () { if (results) { show(results); } });
    [whole, said, list, more].forEach(function (part) { box.appendChild(part); });
    watcher = new IntersectionObserver(function (seen) {
      if (results && seen[seen.length - 1].isIntersecting) { show(results); }
    });
    watcher.observe(more);
    document.addEventListener("keydown", pressed);
    window.addEventListener("hashchange", function () { readState(); run(); });
  }
  function readState() {
    state = {};
    location.hash.slice(1).split("&").forEach(function (pair) {
      var at = pair.indexOf("=");
      if (at > 0) {
        try { state[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1).replace(/\+/g, " ")); } catch (e) { /* Not ours. */ }
      }
    });
    form.q.value = state.q || "";
    FILTERS.forEach(function (filter) { form[filter[0]].value = state[filter[0]] || ""; });
  }
  function changed() {
    var pairs = [];
    ["q"].concat(FILTERS.map(function (filter) { return filter[0]; })).forEach(function (name) {
      state[name] = form[name].value;
      if (state[name]) { pairs.push(name + "=" + encodeURIComponent(state[name])); }
    });
    try { history.replaceState(null, "", "#" + pairs.join("&")); } catch (e) { /* The address is a convenience. */ }
    run();
  }
  function clear() {
    results = null;
    more.hidden = true;
    list.textContent = "";
  }
  function run() {
    var mine = round += 1, terms = parse(form.q.value);
    said.setAttribute("data-state", "busy");
    if (!terms.length && !form.q.value.trim() && FILTERS.some(function (filter) { return form[filter[0]].value; })) {
      /* All that the lists leave. */
      arrange(terms, everything());
      return;
    }
    if (!terms.length) {
      clear();
      tell(form.q.value.trim() ? word("nothing") : "");
      return;
    }
    all(terms, candidates).then(both).then(named).then(function (found) {
      if (mine === round) { arrange(terms, found); }
    }).catch(function () {
      if (mine === round) { clear(); tell(word("failed")); }
    });
  }
  function everything() {
    for (var found = {}, n = 0; n < manifest.documents; n += 1) { found[n] = 1; }
    return found;
  }
  /* 3 for what has the whole query for its title or for its id: that goes above longer ones that begin with it. */
  var FEW = 240;
  function named(found) {
    var query = plain(form.q.value.replace(/["\u201c\u201d]/g, "")).trim();
    var some = Object.keys(found).filter(function (n) { return found[n] === 2; }).slice(0, FEW);
    return all(some, function (n) {
      return titleOf(Number(n)).then(function (title) {
        var id = title.href.split(/[\/#]/).pop().replace(/\.html$/, "");
        try { id = decodeURIComponent(id); } catch (e) { /* As it is written. */ }
        if (plain(title.title) === query || plain(id) === query) { found[n] = 3; }
      });
    }).then(function () { return found; });
  }
  function plain(text) { return words.squeezed(text.replace(/\s+/g, " ").trim()).letters.join(""); }
  function filtered(n) {
    return FILTERS.every(function (filter) {
      var wanted = form[filter[0]].value;
      return !wanted || manifest[filter[1]].some(function (choice) { return choice.word === wanted && documentsOf(choice)[n]; });
    });
  }
  function arrange(terms, found) {
    var every = Object.keys(found).map(Number), shown = every.filter(filtered), rest = terms.length ? every.length - shown.length : 0;
    function rank(n) { return [3 - found[n], manifest.kindOf[n], n]; }
    shown.sort(function (a, b) {
      var one = rank(a), two = rank(b);
      return one[0] - two[0] || one[1] - two[1] || one[2] - two[2];
    });
    clear();
    results = { terms: terms, order: shown, next: 0, found: found, kept: shown.length, hidden: rest,
      exact: terms.every(function (term) { return term.exact; }), group: "", items: 0, busy: false, round: round };
    say(results);
    show(results);
  }
  function say(r) {
    var exact = r.exact || r.next >= r.order.length && !r.busy;
    said.textContent = (r.kept ? word(exact ? "found" : "most", r.kept) : word("none")) + (r.hidden ? word("hidden", r.hidden) : "");
  }
  /* The last word on a query, or on a part of its results. */
  function tell(text) {
    if (text !== undefined) { said.textContent = text; }
    said.setAttribute("data-state", "ready");
  }
  var STEP = 10;
  /* The next results: seen together once it is known which hold the query, so that none is moved by another. */
  function show(r) {
    if (r.busy || r.round !== round) { return; }
    r.busy = true;
    said.setAttribute("data-state", "busy");
    var some = r.order.slice(r.next, r.next + STEP);
    r.next += some.length;
    var placed = some.map(function (n) { return place(r, n); });
    all(placed, function (result) {
      return titleOf(result.n).then(function (title) {
        if (r.round !== round) { return null; }
        entitle(r, result, title);
        return textOf(result.n);
      }).then(function (text) {
        if (r.round === round) { fill(r, result, text); }
      });
    }).then(function () {
      if (r.round !== round) { return; }
      r.busy = false;
      placed.filter(function (result) { return result.sure; }).forEach(reveal);
      say(r);
      more.hidden = r.next >= r.order.length;
      /* A few are checked to the end, so that their number is right. */
      if (!more.hidden && (r.items < STEP || !r.exact && r.order.length <= 3 * STEP)) {
        show(r);
        return;
      }
      tell();
      if (!more.hidden) {
        /* Asks anew whether the end of the list is in view. */
        watcher.unobserve(more);
        watcher.observe(more);
      }
    }).catch(function () {
      if (r.round === round) { r.busy = false; tell(word("failed")); }
    });
  }
  function place(r, n) {
    var kind = manifest.kinds[manifest.kindOf[n]].word, group = r.found[n] > 1 ? word("titles") : kind;
    if (group !== r.group) {
      r.group = group;
      r.heading = element("h2", "", group);
      r.heading.hidden = true;
      r.list = element("ol", "plain");
      list.appendChild(r.heading);
      list.appendChild(r.list);
    }
    var item = element("li", "search-result");
    item.hidden = true;
    r.list.appendChild(item);
    return { n: n, kind: kind, item: item, heading: r.heading };
  }
  function entitle(r, result, title) {
    var link = element("a"), head = element("p", "search-title");
    result.title = title;
    result.inTitle = r.terms.map(function (term) { return places(title.title, term); });
    result.link = link;
    marked(link, title.title, merged(result.inTitle));
    link.href = title.href;
    head.appendChild(link);
    head.appendChild(document.createTextNode(" "));
    head.appendChild(element("span", "tag", result.kind));
    if (title.date) {
      var time = element("time", "meta", title.date);
      time.setAttribute("datetime", title.date);
      head.appendChild(document.createTextNode(" "));
      head.appendChild(time);
    }
    result.item.appendChild(head);
  }
  function reveal(result) {
    result.item.hidden = false;
    result.heading.hidden = false;
  }
  function fill(r, result, text) {
    var hits = text.map(function (line) { return r.terms.map(function (term) { return places(line.text, term); }); });
    var holds = r.terms.every(function (_, t) {
      return result.inTitle[t].length || hits.some(function (line) { return line[t].length; });
    });
    if (!holds) {
      result.item.parentNode.removeChild(result.item);
      r.kept -= 1;
      return;
    }
    var best = bestLines(hits);
    if (best.length && best[0].anchor && result.title.href.indexOf("#") < 0 && !merged(result.inTitle).length) {
      result.link.href = result.title.href + "#" + best[0].anchor;
    }
    best.forEach(function (line) {
      if (text[line.at].text !== result.title.title) { result.item.appendChild(snippet(text[line.at].text, line.marks)); }
    });
    if (!best.length && text.length) {
      /* Names and days come first: the first sentence says more. */
      var long = text.filter(function (line) { return line.text.length > 11 && line.text !== result.title.title; });
      result.item.appendChild(snippet((long[0] || text[0]).text, []));
    }
    result.sure = true;
    r.items += 1;

    /* The lines to show: the one with the most terms, and one more for a term that it lacks. */
    function bestLines(hits) {
      var chosen = [], lacking = r.terms.map(function (_, t) { return t; });
      while (chosen.length < 2 && lacking.length) {
        var most = 0, at = -1;
        hits.forEach(function (line, i) {
          var count = lacking.filter(function (t) { return line[t].length; }).length;
          if (count > most) { most = count; at = i; }
        });
        if (at < 0) { break; }
        chosen.push({ at: at, marks: merged(hits[at]), anchor: text[at].anchor });
        lacking = lacking.filter(function (t) { return !hits[at][t].length; });
      }
      return chosen;
    }
  }
  /* Places of several terms as one list, in order and without overlaps. */
  function merged(found) {
    var every = [].concat.apply([], found).sort(function (a, b) { return a[0] - b[0]; }), list = [];
    every.forEach(function (place) {
      var last = list[list.length - 1];
      if (last && place[0] <= last[1]) { last[1] = Math.max(last[1], place[1]); } else { list.push(place.slice()); }
    });
    return list;
  }
  var AROUND = 36, LENGTH = 120;
  function snippet(text, marks) {
    var from = marks.length ? Math.max(0, marks[0][0] - AROUND) : 0;
    var to = Math.min(text.length, Math.max(from + LENGTH, marks.length ? marks[0][1] : 0));
    /* Not through the middle of a letter. */
    if (from && /[\udc00-\udfff]/.test(text.charAt(from))) { from -= 1; }
    if (/[\udc00-\udfff]/.test(text.charAt(to))) { to += 1; }
    var part = element("p", "search-snippet");
    var inside = marks.filter(function (mark) { return mark[1] <= to; });
    marked(part, (from ? "…" : "") + text.slice(from, to) + (to < text.length ? "…" : ""), inside.map(function (mark) {
      return [mark[0] - from + (from ? 1 : 0), mark[1] - from + (from ? 1 : 0)];
    }));
    return part;
  }
  function marked(into, text, marks) {
    var at = 0;
    marks.forEach(function (mark) {
      into.appendChild(document.createTextNode(text.slice(at, mark[0])));
      into.appendChild(element("mark", "", text.slice(mark[0], mark[1])));
      at = mark[1];
    });
    into.appendChild(document.createTextNode(text.slice(at)));
  }

  /* ---- Keys ---- */

  function links() { return list.querySelectorAll(".search-title a"); }
  function focusResult(place) {
    var every = links();
    if (place < 0) { form.q.focus(); } else if (every.length) { every[Math.min(place, every.length - 1)].focus(); }
  }
  function pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) { return; }
    var place = Array.prototype.indexOf.call(links(), document.activeElement);
    var inBox = document.activeElement === form.q;
    if (event.key === "ArrowDown" && (inBox || place >= 0)) {
      focusResult(place + 1);
    } else if (event.key === "ArrowUp" && place >= 0) {
      focusResult(place - 1);
    } else if (event.key === "Escape" && place >= 0) {
      form.q.focus();
    } else if (event.key === "Escape" && inBox && form.q.value) {
      form.q.value = "";
      changed();
    } else {
      return;
    }
    event.preventDefault();
  }

  function start() {
    box = document.getElementById("search");
    if (!box) { return; }
    unpack();
    build();
    var without = document.getElementById("search-without");
    if (without) { without.hidden = true; }
    readState();
    form.q.focus();
    run();
  }
  ready.push(function () {
    if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
  });
  return keep;
}());

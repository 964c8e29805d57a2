/* Tables of records: find, choose, sort, leave columns out, turn pages, copy and save. Every page is complete without it.

   A table asks for it with the class `records`. Its words stand in #table-words. What is chosen stands in the address
   behind `#?`, so that it can be sent on: `#?key.q=…&key.f.column=one~two&key.s=column&key.d=column&key.h=column~…`. */
(function () {
  "use strict";
  var said = document.getElementById("table-words");
  if (!said || !window.ResizeObserver || !window.Intl || !Element.prototype.closest) { return; }

  var PAGE = 100;
  /* Turning pages begins here: nobody wants a second page of three rows. */
  var LONG = 150;
  /* More rows than these are shown all at once for as long as nothing else is asked for. */
  var MANY = 1000;
  /* Fewer rows are not sorted, have no tools, have them folded away. */
  var SORT = 4, TOOLS = 6, OPEN = 20;
  /* More values than these are looked for, not chosen from. */
  var FEW = 60, SHORT = 24;
  var SEVERITY = ["red", "orange", "yellow", "blue", "no-data", "green", "grey", "done"];
  var ASIDE = /(^| )(note|id|tag|trend|moved|unseen|screen-only|how|meta)( |$)/;
  var MOVED = /^(▲\s*\d|▼\s*\d|[=＝])/;
  var NUMBER = /^[+\-]?\d[\d,]*(\.\d+)?(%|‰)?$/;
  var collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  var tables = [];
  var made = 0;

  /* ---- words and elements ---- */

  function word(name, values) {
    var text = said.getAttribute("data-" + name) || "";
    return text.replace(/#([a-z]+)/g, function (all, key) {
      return values && values.hasOwnProperty(key) ? String(values[key]) : all;
    });
  }

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) { element.className = className; }
    if (text) { element.textContent = text; }
    return element;
  }

  function button(className, text, act) {
    var element = make("button", className, text);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  function empty(element) {
    element.textContent = "";
  }

  /* ---- reading cells ---- */

  function gather(node, parts, skipped) {
    for (var child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) { parts.push(child.data); }
      if (child.nodeType !== 1 || skipped.test(child.getAttribute("class") || "")) { continue; }
      if (/^(BR|LI|P|DIV)$/.test(child.nodeName) && parts.join("").trim()) { parts.push(word("list")); }
      gather(child, parts, skipped);
    }
  }

  function tidy(text) { return text.replace(/\s+/g, " ").trim(); }

  /* What a cell says for itself, without number, tags and notes; a cell that holds nothing else says those. */
  function own(cell) {
    if (!cell.firstElementChild) { return tidy(cell.textContent); }
    var parts = [];
    gather(cell, parts, ASIDE);
    return tidy(parts.join("")) || whole(cell);
  }

  function whole(cell) {
    if (!cell.firstElementChild) { return tidy(cell.textContent); }
    var parts = [];
    gather(cell, parts, /(^| )(unseen|trend|screen-only)( |$)/);
    return tidy(parts.join(""));
  }

  function asides(cell, selector) {
    var found = cell.firstElementChild ? cell.querySelectorAll(selector) : [];
    return Array.prototype.map.call(found, function (one) { return whole(one); }).filter(Boolean).join(word("list"));
  }

  function fold(text) { return text.normalize("NFKC").toLowerCase(); }

  /* A place gained or lost is written with an arrow. */
  function number(text) {
    if (/^[=＝]/.test(text)) { return 0; }
    text = text.replace(/^▲\s*/, "+").replace(/^▼\s*/, "-");
    var found = text.replace(/[\u2212\uff0d]/g, "-").replace(/,/g, "").match(/[+\-]?\d+(\.\d+)?/);
    return found ? parseFloat(found[0]) : null;
  }

  function plainNumber(text) { return text.replace(/^\u2212/, "-"); }

  /* ---- a table as rows and columns ---- */

  function survey(table) {
    var heads = table.tHead && table.tHead.rows.length === 1 && table.tHead.rows[0].cells;
    if (!heads || table.tFoot) { return null; }
    var it = {
      table: table, box: table.closest(".scroll"), rows: [], groups: [], columns: [], named: null,
      terms: [], query: "", picks: {}, sort: null, down: false, left: {}, page: 0, all: false, open: {}
    };
    if (!it.box) { return null; }
    for (var at = 0; at < heads.length; at += 1) {
      it.columns.push({ at: at, th: heads[at], label: tidy(heads[at].textContent), order: ordered(heads[at]) });
    }
    for (var b = 0; b < table.tBodies.length; b += 1) {
      if (!group(it, table.tBodies[b])) { return null; }
    }
    it.head = it.rows.length ? Array.prototype.map.call(it.rows[0].row.cells, function (cell) {
      return cell.nodeName;
    }).indexOf("TH") : -1;
    it.named = it.groups.filter(function (one) { return one.name; }).length ?
      { at: "g", label: table.getAttribute("data-groups") || word("group"), group: true } : null;
    it.total = it.rows.filter(counts).length;
    return it;
  }

  function ordered(th) {
    var order = th.getAttribute("data-order");
    return order ? order.split("|") : null;
  }

  function counts(entry) { return !entry.heads; }

  /* False: not a plain grid, which is left as it is. */
  function group(it, body) {
    var one = { body: body, heading: null, name: "" };
    var above = [];
    it.groups.push(one);
    for (var r = 0; r < body.rows.length; r += 1) {
      var row = body.rows[r];
      if (/\bgroup-row\b/.test(row.className)) {
        one.heading = row;
        one.name = own(row.cells[0]);
        continue;
      }
      if (row.childElementCount !== it.columns.length) { return false; }
      var entry = { row: row, at: it.rows.length, group: one, depth: depth(row), up: null, heads: /\bparent-row\b/.test(row.className) };
      while (above.length && above[above.length - 1].depth >= entry.depth) { above.pop(); }
      entry.up = above.length ? above[above.length - 1] : null;
      above.push(entry);
      it.rows.push(entry);
    }
    return true;
  }

  function depth(row) {
    for (var cell = row.firstElementChild; cell; cell = cell.nextElementSibling) {
      if (cell.nodeName === "TH") { return Number((/depth-(\d)/.exec(cell.className) || [0, 0])[1]); }
    }
    return 0;
  }

  /* ---- what a column holds, read when it is first asked for ---- */

  function read(it, column) {
    if (column.texts) { return column; }
    column.kind = "text";
    if (column.group) {
      column.texts = it.rows.map(function (entry) { return entry.group.name; });
      return column;
    }
    var dates = 0, numbers = 0, lights = 0, filled = 0;
    column.texts = it.rows.map(function (entry) {
      var cell = entry.row.cells[column.at];
      var text = own(cell);
      if (!text || text === "—") { return text; }
      filled += 1;
      if (isLight(cell)) { lights += 1; }
      if (/^\d{4}-\d\d-\d\d/.test(text)) { dates += 1; }
      if (NUMBER.test(plainNumber(text)) || MOVED.test(text)) { numbers += 1; }
      return text;
    });
    if (column.th.classList.contains("n") || column.th.hasAttribute("data-number")) { column.kind = "number"; }
    else if (filled && numbers === filled) { column.kind = "number"; }
    else if (filled && lights === filled) { column.kind = "light"; }
    else if (dates * 2 > filled) { column.kind = "date"; }
    return column;
  }

  function isLight(cell) {
    return !!cell.firstElementChild && cell.firstElementChild.classList.contains("light");
  }

  /* What rows are sorted by; null stands last, whichever way. */
  function keys(it, column) {
    if (column.keys) { return column.keys; }
    read(it, column);
    column.keys = column.texts.map(function (text, at) {
      var cell = it.rows[at].row.cells[column.at];
      var given = cell.getAttribute("data-v");
      if (given !== null) { return given === "" ? null : Number(given); }
      if (column.kind === "light") { return severity(cell); }
      if (column.kind === "number") { return number(text); }
      if (column.kind === "date") { return (/\d{4}-\d\d-\d\d/.exec(text) || [null])[0]; }
      if (column.order && column.order.indexOf(text) >= 0) { return column.order.indexOf(text); }
      return text === "" || text === "—" ? null : text;
    });
    return column.keys;
  }

  function severity(cell) {
    var light = cell.querySelector(".light");
    var found = light && /light-([a-z-]+)/.exec(light.className);
    var place = found ? SEVERITY.indexOf(found[1]) : -1;
    return place < 0 ? null : place;
  }

  function compare(one, other) {
    if (one === other) { return 0; }
    if (typeof one === "string" && typeof other === "string") { return collator.compare(one, other); }
    if (typeof one !== typeof other) { return typeof one === "number" ? -1 : 1; }
    return one - other;
  }

  /* The values of each row: several where the cell links to several. */
  function sets(it, column) {
    if (column.sets) { return column.sets; }
    read(it, column);
    column.sets = column.texts.map(function (text, at) {
      if (column.group) { return [text]; }
      var links = it.rows[at].row.cells[column.at].querySelectorAll("a");
      if (links.length < 2) { return [text === "—" ? "" : text]; }
      return Array.prototype.map.call(links, function (link) { return tidy(link.textContent); });
    });
    return column.sets;
  }

  function values(it, column) {
    if (column.values) { return column.values; }
    var seen = new Set(), first = {};
    sets(it, column).forEach(function (set, at) {
      set.forEach(function (value) {
        if (!seen.has(value)) { seen.add(value); first["=" + value] = at; }
      });
    });
    column.values = Array.from(seen);
    if (column.kind === "light") {
      column.values.sort(function (one, other) {
        return compare(keys(it, column)[first["=" + one]], keys(it, column)[first["=" + other]]);
      });
    } else if (column.order) {
      column.values.sort(function (one, other) { return placed(column, one) - placed(column, other); });
    } else if (!column.group) {
      column.values.sort(function (one, other) { return one === "" ? 1 : other === "" ? -1 : collator.compare(one, other); });
    }
    column.first = first;
    return column.values;
  }

  function placed(column, value) {
    var place = column.order.indexOf(value);
    return place < 0 ? column.order.length : place;
  }

  /* The columns that have few values, each in several rows or of a known order. */
  function choices(it) {
    if (it.choices) { return it.choices; }
    it.choices = (it.named ? [it.named] : []).concat(it.columns).filter(function (column) {
      if (column.at === it.head || it.rows.length < TOOLS) { return false; }
      read(it, column);
      if (column.kind === "number" || column.kind === "date") { return false; }
      var all = values(it, column);
      if (all.length < 2 || all.length > FEW) { return false; }
      if (column.kind === "light" || column.order || column.group) { return true; }
      return all.length * 1.5 <= it.rows.length && all.every(function (value) { return value.length <= SHORT; });
    });
    return it.choices;
  }

  /* ---- which rows are shown ---- */

  function says(it, entry) {
    if (!it.terms.length) { return true; }
    if (entry.said === undefined) {
      entry.said = fold(Array.prototype.map.call(entry.row.cells, whole).join("\n"));
    }
    return it.terms.every(function (term) { return entry.said.indexOf(term) >= 0; });
  }

  function picked(it) {
    return (it.named ? [it.named] : []).concat(it.columns).filter(function (column) { return it.picks[column.at]; });
  }

  function holds(it, column, at) {
    var wanted = it.picks[column.at];
    return sets(it, column)[at].some(function (value) { return wanted.indexOf(value) >= 0; });
  }

  function matching(it) {
    var by = picked(it);
    var rows = it.rows.filter(function (entry) {
      return says(it, entry) && by.every(function (column) { return holds(it, column, entry.at); });
    });
    if (!it.sort) { return rows; }
    var key = keys(it, it.sort), way = it.down ? -1 : 1;
    return rows.sort(function (one, other) {
      var left = key[one.at], right = key[other.at];
      if (left === null || right === null) {
        return left === right ? one.at - other.at : left === null ? 1 : -1;
      }
      return way * compare(left, right) || one.at - other.at;
    });
  }

  function paged(it) { return it.matched.length > LONG && !it.all; }

  function narrowed(it) { return it.terms.length > 0 || picked(it).length > 0; }

  /* The rows of this page as bodies: under their headings and parents as long as they stand in written order. */
  function bodies(it, rows) {
    var list = document.createDocumentFragment();
    it.context = 0;
    if (it.sort) {
      it.flat = it.flat || document.createElement("tbody");
      empty(it.flat);
      rows.forEach(function (entry) {
        entry.row.classList.remove("context");
        it.flat.appendChild(entry.row);
      });
      list.appendChild(it.flat);
      return list;
    }
    var done = new Set(), last = null;
    var hits = new Set(rows);
    function put(entry) {
      if (done.has(entry)) { return; }
      if (entry.up) { put(entry.up); }
      done.add(entry);
      entry.row.classList.toggle("context", !hits.has(entry));
      if (entry.heads) { it.context += 1; }
      last.body.appendChild(entry.row);
    }
    rows.forEach(function (entry) {
      if (entry.group !== last) {
        last = entry.group;
        empty(last.body);
        if (last.heading) { last.body.appendChild(last.heading); }
        list.appendChild(last.body);
      }
      put(entry);
    });
    return list;
  }

  function arrange(it, rows) {
    var table = it.table;
    /* Bodies are filled anew outside the page, where a row that goes costs less. */
    while (table.tBodies.length) { table.removeChild(table.tBodies[0]); }
    table.appendChild(bodies(it, rows));
    table.classList.toggle("flat", !!it.sort);
    it.drawn = rows;
  }

  function same(one, other) {
    return one && one.length === other.length && one.every(function (entry, at) { return entry === other[at]; });
  }

  function render(it) {
    it.matched = matching(it);
    var pages = Math.max(1, Math.ceil(it.matched.length / PAGE));
    it.page = Math.min(it.page, pages - 1);
    var rows = paged(it) ? it.matched.slice(it.page * PAGE, (it.page + 1) * PAGE) : it.matched;
    var way = (it.sort ? it.sort.at + (it.down ? "d" : "a") : "") + (it.sort ? "" : narrowed(it));
    if (!same(it.drawn, rows) || it.way !== way) { arrange(it, rows); }
    it.way = way;
    mark(it);
    tell(it);
  }

  /* `anew`: other rows or another order, from the first page. */
  function later(it, anew) {
    if (anew) {
      it.page = 0;
      it.all = it.all && it.rows.length <= MANY;
    }
    if (it.waiting) { return; }
    it.waiting = true;
    requestAnimationFrame(function () {
      it.waiting = false;
      render(it);
      remember();
    });
  }

  /* ---- what is said about it ---- */

  function mark(it) {
    it.columns.forEach(function (column) {
      if (!column.button) { return; }
      if (column === it.sort) { column.th.setAttribute("aria-sort", it.down ? "descending" : "ascending"); }
      else { column.th.removeAttribute("aria-sort"); }
    });
  }

  /* Lights have no less and more, but a worst and a best. */
  function order(it) {
    if (it.sort.kind === "light") { return it.down ? "best" : "worst"; }
    return it.down ? "descending" : "ascending";
  }

  function tell(it) {
    var parts = [];
    if (narrowed(it)) {
      parts.push(it.matched.length ? word("shown", { n: it.matched.filter(counts).length, all: it.total }) : word("nothing"));
      var parents = it.sort ? it.matched.length - it.matched.filter(counts).length : it.context;
      if (parents && !paged(it)) { parts.push(word("parents", { n: parents })); }
    } else if (it.rows.length >= OPEN) {
      parts.push(word("all", { all: it.total }));
    }
    if (it.sort) {
      parts.push(word(order(it), { column: it.sort.label }));
      if (it.named || it.rows.some(function (entry) { return entry.up; })) { parts.push(word("flat")); }
    }
    if (paged(it) && !it.printed) { parts.push(word("page", { n: it.page + 1, all: Math.ceil(it.matched.length / PAGE) })); }
    var text = parts.join(word("stop"));
    if (it.status.textContent !== text) { it.status.textContent = text; }
    if (it.tools) {
      it.doing.textContent = "";
      it.line.classList.toggle("touched", narrowed(it) || !!it.sort);
      chips(it);
    }
    if (it.pagers) { turn(it); }
    if (it.open.filter) { ticks(it); }
    if (it.reset) { it.reset.hidden = !narrowed(it) && !it.sort && !Object.keys(it.left).length; }
  }

  /* What is chosen, each with a way to take it back. */
  function chips(it) {
    var by = picked(it);
    var now = by.map(function (column) { return column.label + word("colon") + spoken(it.picks[column.at]); });
    if (it.chipped === now.join("\n")) { return; }
    it.chipped = now.join("\n");
    empty(it.chips);
    by.forEach(function (column, at) {
      var chip = button("chip", now[at], function () {
        delete it.picks[column.at];
        later(it, true);
        it.filter.focus();
      });
      chip.setAttribute("aria-label", word("drop", { what: now[at] }));
      it.chips.appendChild(chip);
    });
    it.filter.classList.toggle("on", by.length > 0);
  }

  function spoken(list) {
    return list.map(function (value) { return value || word("none"); }).join(word("list"));
  }

  /* ---- controls ---- */

  function sortable(it) {
    it.columns.forEach(function (column) {
      if (!column.label) { return; }
      var press = button("sort", "", function () {
        if (it.sort !== column) { it.sort = column; it.down = false; }
        else if (!it.down) { it.down = true; }
        else { it.sort = null; it.down = false; }
        later(it, true);
      });
      while (column.th.firstChild) { press.appendChild(column.th.firstChild); }
      column.th.appendChild(press);
      column.button = press;
    });
  }

  function foldOut(it, name, text, fill) {
    var press = button("tool", text, function () { unfold(it, name, !it.open[name]); });
    var panel = make("div", "table-panel");
    panel.id = "table-panel-" + (made += 1);
    panel.hidden = true;
    panel.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { unfold(it, name, false); press.focus(); }
    });
    press.setAttribute("aria-expanded", "false");
    press.setAttribute("aria-controls", panel.id);
    it.panels[name] = { press: press, panel: panel, fill: fill };
    return press;
  }

  function unfold(it, name, open) {
    var one = it.panels[name];
    it.open[name] = open;
    if (open && !one.filled) { one.filled = true; one.fill(it, one.panel); }
    one.panel.hidden = !open;
    one.press.setAttribute("aria-expanded", String(open));
    if (open && name === "filter") { ticks(it); }
  }

  function tools(it) {
    var bar = make("div", "table-bar");
    it.panels = {};
    it.tools = make("div", "table-tools");
    it.tools.setAttribute("role", "group");
    it.tools.setAttribute("aria-label", word("tools") + word("colon") + it.name);
    it.input = make("input");
    it.input.type = "search";
    it.input.addEventListener("input", function () {
      it.query = it.input.value;
      it.terms = split(it.query);
      later(it, true);
    });
    var label = make("label", "find", word("find"));
    label.appendChild(it.input);
    bar.appendChild(label);
    it.filter = foldOut(it, "filter", word("filter"), fillFilter);
    if (it.rows.length > LONG || choices(it).length) { bar.appendChild(it.filter); }
    bar.appendChild(foldOut(it, "columns", word("columns"), fillColumns));
    bar.appendChild(button("tool", word("copy"), function () { copy(it); }));
    bar.appendChild(button("tool", word("save"), function () { save(it); }));
    it.reset = button("tool", word("reset"), function () { restore(it, {}); later(it); it.input.focus(); });
    it.reset.hidden = true;
    bar.appendChild(it.reset);
    it.bar = bar;
    if (it.rows.length < OPEN) { it.tools.appendChild(folded(it)); }
    it.tools.appendChild(bar);
    it.tools.appendChild(it.panels.filter.panel);
    it.tools.appendChild(it.panels.columns.panel);
    it.line = make("p", "table-said");
    it.chips = make("span", "chips");
    it.line.appendChild(it.chips);
    it.line.appendChild(it.status);
    it.doing = make("span", "status");
    it.doing.setAttribute("role", "status");
    it.line.appendChild(it.doing);
    it.tools.appendChild(it.line);
    /* The page keeps a place for them, so that nothing moves. */
    var place = it.box.previousElementSibling;
    if (place && place.classList.contains("tools-place")) { place.parentNode.replaceChild(it.tools, place); }
    else { it.box.parentNode.insertBefore(it.tools, it.box); }
  }

  /* Small tables keep their tools behind one button. */
  function folded(it) {
    var press = button("tool more-tools", word("tools"), function () { showTools(it, it.bar.hidden); });
    press.setAttribute("aria-expanded", "false");
    it.bar.hidden = true;
    it.more = press;
    return press;
  }

  function showTools(it, shown) {
    it.bar.hidden = !shown;
    it.more.setAttribute("aria-expanded", String(shown));
    if (!shown) { ["filter", "columns"].forEach(function (name) { unfold(it, name, false); }); }
  }

  function split(query) { return fold(query).split(/\s+/).filter(Boolean); }

  function check(text, on, act) {
    var label = make("label", "tick");
    var box = make("input");
    box.type = "checkbox";
    box.checked = on;
    box.addEventListener("change", function () { act(box.checked); });
    label.appendChild(box);
    label.appendChild(make("span", "", text));
    return label;
  }

  function fillFilter(it, panel) {
    if (!choices(it).length) { panel.textContent = word("many"); }
    choices(it).forEach(function (column) {
      var set = make("fieldset");
      var list = make("div", "ticks");
      set.appendChild(make("legend", "", column.label));
      column.boxes = values(it, column).map(function (value) {
        var label = check(value || word("none"), false, function (on) { pick(it, column, value, on); });
        var light = column.kind === "light" && it.rows[column.first["=" + value]].row.cells[column.at].querySelector(".light");
        if (light) {
          var sign = make("span", light.className);
          sign.appendChild(light.querySelector("svg").cloneNode(true));
          label.insertBefore(sign, label.lastChild);
        }
        var count = make("span", "note");
        label.appendChild(count);
        list.appendChild(label);
        return { box: label.firstChild, count: count, value: value };
      });
      set.appendChild(list);
      panel.appendChild(set);
    });
  }

  function pick(it, column, value, on) {
    var list = (it.picks[column.at] || []).filter(function (one) { return one !== value; });
    if (on) { list.push(value); }
    list.sort(function (one, other) { return values(it, column).indexOf(one) - values(it, column).indexOf(other); });
    if (list.length) { it.picks[column.at] = list; } else { delete it.picks[column.at]; }
    later(it, true);
  }

  /* How many rows each value would leave, the other choices standing. */
  function ticks(it) {
    var by = picked(it);
    var offered = choices(it);
    var tally = offered.map(function () { return {}; });
    it.rows.forEach(function (entry) {
      if (entry.heads || !says(it, entry)) { return; }
      var failed = by.filter(function (column) { return !holds(it, column, entry.at); });
      if (failed.length > 1) { return; }
      offered.forEach(function (column, place) {
        if (failed.length && failed[0] !== column) { return; }
        sets(it, column)[entry.at].forEach(function (value) {
          tally[place]["=" + value] = (tally[place]["=" + value] || 0) + 1;
        });
      });
    });
    offered.forEach(function (column, place) {
      column.boxes.forEach(function (one) {
        one.box.checked = (it.picks[column.at] || []).indexOf(one.value) >= 0;
        one.count.textContent = String(tally[place]["=" + one.value] || 0);
        one.box.parentNode.classList.toggle("zero", !tally[place]["=" + one.value]);
      });
    });
  }

  function fillColumns(it, panel) {
    var set = make("fieldset");
    var list = make("div", "ticks across");
    set.appendChild(make("legend", "", word("shows")));
    it.boxes = {};
    it.columns.forEach(function (column) {
      if (column.at === it.head || !column.label) { return; }
      var label = check(column.label, !it.left[column.at], function (on) {
        if (on) { delete it.left[column.at]; } else { it.left[column.at] = true; }
        leave(it);
        later(it);
      });
      it.boxes[column.at] = label.firstChild;
      list.appendChild(label);
    });
    set.appendChild(list);
    panel.appendChild(set);
  }

  /* Columns that are left out are hidden cell by cell; most rows of a long table are out of the page meanwhile. */
  function leave(it) {
    var width = 0;
    it.columns.forEach(function (column) {
      var hidden = !!it.left[column.at];
      if (!hidden) { width += 1; }
      if (column.th.hidden === hidden) { return; }
      column.th.hidden = hidden;
      it.rows.forEach(function (entry) { entry.row.cells[column.at].hidden = hidden; });
    });
    it.groups.forEach(function (one) {
      if (one.heading) { one.heading.cells[0].colSpan = width; }
    });
    if (it.boxes) {
      Object.keys(it.boxes).forEach(function (at) { it.boxes[at].checked = !it.left[at]; });
    }
  }

  /* ---- pages ---- */

  function pager(it, below) {
    var nav = make("span", "pager");
    var one = { nav: nav };
    function go(act, name) {
      return button("tool", word(name), function () {
        if (one[name].getAttribute("aria-disabled") === "true") { return; }
        act();
        render(it);
        remember();
        if (below) { it.tools.scrollIntoView(); it.pagers[0][name].focus({ preventScroll: true }); }
      });
    }
    one.previous = go(function () { it.page -= 1; }, "previous");
    one.next = go(function () { it.page += 1; }, "next");
    one.whole = go(function () { it.all = !it.all; it.page = 0; }, "whole");
    [one.previous, one.next, one.whole].forEach(function (press) { nav.appendChild(press); });
    return one;
  }

  function turn(it) {
    var long = it.matched.length > LONG;
    var last = Math.ceil(it.matched.length / PAGE) - 1;
    it.pagers.forEach(function (one) {
      one.nav.hidden = !long;
      one.previous.hidden = one.next.hidden = it.all;
      one.previous.setAttribute("aria-disabled", String(it.page === 0));
      one.next.setAttribute("aria-disabled", String(it.page >= last));
      one.whole.textContent = word(it.all ? "paged" : "whole");
    });
  }

  function pages(it) {
    if (it.rows.length <= LONG) { return; }
    it.pagers = [pager(it, false), pager(it, true)];
    it.line.appendChild(it.pagers[0].nav);
    var foot = make("p", "table-foot");
    foot.appendChild(it.pagers[1].nav);
    it.box.parentNode.insertBefore(foot, it.box.nextSibling);
  }

  /* ---- taking it along ---- */

  /* The rows found, with the columns shown; numbers and notes of cells have columns of their own. */
  function grid(it) {
    var rows = it.matched;
    var shown = it.columns.filter(function (column) { return !it.left[column.at]; });
    var head = [], lines = rows.map(function () { return []; });
    function add(label, texts) {
      if (!texts.some(Boolean)) { return; }
      head.push(label);
      texts.forEach(function (text, at) { lines[at].push(text); });
    }
    if (it.named) { add(it.named.label, rows.map(function (entry) { return entry.group.name; })); }
    shown.forEach(function (column) {
      read(it, column);
      var cells = rows.map(function (entry) { return entry.row.cells[column.at]; });
      head.push(column.label);
      rows.forEach(function (entry, at) {
        var text = column.texts[entry.at];
        lines[at].push(column.kind === "number" ? plainNumber(text) : text);
      });
      add(word("number"), cells.map(function (cell) { return asides(cell, ".id"); }));
      add(word("note", { column: column.label }), cells.map(function (cell, at) {
        var note = asides(cell, ".note, .tag, .how, .meta");
        return note === column.texts[rows[at].at] ? "" : note;
      }));
    });
    return [head].concat(lines);
  }

  /* A text that a spreadsheet would take for a formula is marked as text. */
  function harmless(text) {
    return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) && !NUMBER.test(text) ? "'" + text : text;
  }

  function quoted(text) {
    text = harmless(text);
    return /[",\r\n]|^\s|\s$/.test(text) ? "\"" + text.replace(/"/g, "\"\"") + "\"" : text;
  }

  function csv(it) {
    return "\ufeff" + grid(it).map(function (line) { return line.map(quoted).join(",") + "\r\n"; }).join("");
  }

  function tsv(it) {
    return grid(it).map(function (line) {
      return line.map(function (text) { return harmless(text.replace(/\s+/g, " ")); }).join("\t");
    }).join("\n");
  }

  function save(it) {
    var link = make("a");
    var address = URL.createObjectURL(new Blob([csv(it)], { type: "text/csv;charset=utf-8" }));
    link.href = address;
    link.download = it.name.replace(/[\\\/:*?"<>|\u0000-\u001f]+/g, "-").slice(0, 80) + ".csv";
    link.hidden = true;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(address); }, 60000);
    announce(it, word("saved", { n: it.matched.length }));
  }

  function copy(it) {
    var text = tsv(it);
    function give(event) {
      event.preventDefault();
      event.clipboardData.setData("text/plain", text);
    }
    document.addEventListener("copy", give);
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    document.removeEventListener("copy", give);
    function told(ok) { announce(it, ok ? word("copied", { n: it.matched.length }) : word("refused")); }
    if (done || !navigator.clipboard) { told(done); return; }
    navigator.clipboard.writeText(text).then(function () { told(true); }, function () { told(false); });
  }

  function announce(it, text) { it.doing.textContent = text; }

  /* ---- the address ---- */

  function encode(text) {
    return encodeURIComponent(text).replace(/[.~!'()*]/g, function (mark) {
      return "%" + mark.charCodeAt(0).toString(16).toUpperCase();
    });
  }

  function parts(it) {
    var list = [];
    function put(name, value) { list.push(encode(it.key) + "." + name + "=" + value); }
    if (it.terms.length) { put("q", encode(it.query.trim())); }
    picked(it).forEach(function (column) {
      put(column.group ? "g" : "f." + encode(column.name), it.picks[column.at].map(encode).join("~"));
    });
    if (it.sort) { put(it.down ? "d" : "s", encode(it.sort.name)); }
    var left = it.columns.filter(function (column) { return it.left[column.at]; });
    if (left.length) { put("h", left.map(function (column) { return encode(column.name); }).join("~")); }
    if (it.all) { put("p", "all"); } else if (it.page) { put("p", String(it.page + 1)); }
    return list;
  }

  function remember() {
    var list = [];
    tables.forEach(function (it) { list = list.concat(parts(it)); });
    var now = location.hash;
    if (!list.length && now.slice(0, 2) !== "#?") { return; }
    var wanted = list.length ? "#?" + list.join("&") : "";
    if (now !== wanted) { history.replaceState(null, "", location.href.split("#")[0] + wanted); }
  }

  function decode(text) {
    try { return decodeURIComponent(text); } catch (error) { return ""; }
  }

  /* By key of table, what the address asks for. */
  function asked() {
    var wanted = {};
    location.hash.slice(2).split("&").forEach(function (part) {
      var cut = part.indexOf("=");
      var path = part.slice(0, cut).split(".").map(decode);
      var value = part.slice(cut + 1);
      if (cut < 0 || path.length < 2) { return; }
      var one = wanted["=" + path[0]] = wanted["=" + path[0]] || {};
      if (path[1] === "f") { one.f = one.f || {}; one.f["=" + path[2]] = value.split("~").map(decode); }
      else if (path[1] === "g" || path[1] === "h") { one[path[1]] = value.split("~").map(decode); }
      else { one[path[1]] = decode(value); }
    });
    return wanted;
  }

  /* Sets a table as asked for; columns and values that it does not have are passed over. */
  function restore(it, wanted) {
    it.query = wanted.q || "";
    it.terms = split(it.query);
    it.picks = {};
    it.sort = null;
    it.left = {};
    (wanted.g || wanted.f ? choices(it) : []).forEach(function (column) {
      var list = column.group ? wanted.g : (wanted.f || {})["=" + column.name];
      list = (list || []).filter(function (value) { return values(it, column).indexOf(value) >= 0; });
      if (list.length) { it.picks[column.at] = list; }
    });
    it.columns.forEach(function (column) {
      if (column.button && (column.name === wanted.s || column.name === wanted.d)) {
        it.sort = column;
        it.down = column.name === wanted.d;
      }
      if (column.at !== it.head && wanted.h && wanted.h.indexOf(column.name) >= 0) { it.left[column.at] = true; }
    });
    it.all = wanted.p === "all";
    it.page = Math.max(0, (parseInt(wanted.p, 10) || 1) - 1);
    leave(it);
    if (it.input) {
      it.input.value = it.query;
      if (it.more && (narrowed(it) || Object.keys(it.left).length)) { showTools(it, true); }
    }
  }

  function follow(first) {
    var hash = location.hash;
    if (hash.slice(0, 2) === "#?" || hash === "" && !first) {
      var wanted = hash ? asked() : {};
      tables.forEach(function (it) {
        var own = wanted["=" + it.key];
        if (own || !first) { restore(it, own || {}); render(it); }
      });
    } else if (hash.length > 1) { seek(decode(hash.slice(1))); }
  }

  /* An anchor may stand on a row that is not on the page just now. */
  function seek(id) {
    if (document.getElementById(id)) { return; }
    tables.forEach(function (it) {
      it.rows.forEach(function (entry) {
        if (entry.row.id !== id && !entry.row.querySelector("#" + CSS.escape(id))) { return; }
        restore(it, {});
        it.page = Math.floor(entry.at / PAGE);
        render(it);
        entry.row.scrollIntoView();
      });
    });
  }

  /* ---- beginning ---- */

  function enhance(table) {
    var it = survey(table);
    if (!it || it.rows.length < SORT) { return; }
    it.name = called(table);
    it.key = unique(table.id || it.name, tables.map(function (one) { return one.key; }));
    it.columns.forEach(function (column, at) {
      column.name = unique(column.label, it.columns.slice(0, at).map(function (one) { return one.name; }));
    });
    it.status = make("span", "status");
    it.status.setAttribute("role", "status");
    it.matched = it.rows;
    it.drawn = it.rows;
    it.way = "false";
    sortable(it);
    if (it.rows.length >= TOOLS && !table.closest(".edition")) { tools(it); pages(it); }
    else {
      it.status.className = "unseen";
      it.box.parentNode.insertBefore(it.status, it.box);
    }
    tables.push(it);
    if (it.pagers) { render(it); }
  }

  /* By its caption; with the note of the caption where several tables of the page are called alike. */
  function called(table) {
    var caption = table.caption;
    if (!caption) { return document.title; }
    var alike = Array.prototype.filter.call(document.querySelectorAll("table.records > caption"), function (other) {
      return other !== caption && own(other) === own(caption);
    });
    return alike.length ? whole(caption) : own(caption);
  }

  function unique(name, taken) {
    var wanted = name, n = 1;
    while (taken.indexOf(wanted) >= 0) { n += 1; wanted = name + " " + n; }
    return wanted;
  }

  /* The head stays in sight: at the top of the window where a table fits, else within a box of its own. */
  var watched = new ResizeObserver(function () { requestAnimationFrame(fit); });

  function fit() {
    var fits = tables.map(function (it) {
      return { it: it, fits: it.table.offsetWidth <= it.box.offsetWidth, tall: it.table.offsetHeight > window.innerHeight * 2 };
    });
    fits.forEach(function (one) {
      one.it.box.classList.toggle("fits", one.fits);
      one.it.box.classList.toggle("over", !one.fits);
      one.it.box.classList.toggle("tall", !one.fits && one.tall);
    });
    document.documentElement.classList.toggle("heads-stay", fits.some(function (one) { return one.fits; }));
  }

  function printing(on) {
    tables.forEach(function (it) {
      if (!it.pagers || it.all || it.matched.length <= LONG) { return; }
      it.printed = on;
      arrange(it, on ? it.matched : it.matched.slice(it.page * PAGE, (it.page + 1) * PAGE));
      tell(it);
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll("table.records"), enhance);
  if (!tables.length) { return; }
  /* All of the page has come: what an address leads to has its place. */
  document.documentElement.classList.add("whole-page");
  follow(true);
  tables.forEach(function (it) { watched.observe(it.box); watched.observe(it.table); });
  window.addEventListener("hashchange", function () { follow(false); });
  window.addEventListener("beforeprint", function () { printing(true); });
  window.addEventListener("afterprint", function () { printing(false); });
}());

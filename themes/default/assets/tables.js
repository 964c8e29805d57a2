/* A filter over the ledger. Every page is complete without it. */
(function () {
  "use strict";
  var table = document.getElementById("ledger");
  var words = document.getElementById("filter-words");
  if (!table || !words || !table.tBodies.length) { return; }
  var rows = [];
  for (var b = 0; b < table.tBodies.length; b += 1) {
    for (var r = 0; r < table.tBodies[b].rows.length; r += 1) {
      var row = table.tBodies[b].rows[r];
      if (row.getAttribute("data-light")) { rows.push(row); }
    }
  }
  function values(name) {
    var seen = {}, list = [];
    rows.forEach(function (row) {
      var value = row.getAttribute(name);
      if (value && !seen[value]) { seen[value] = true; list.push(value); }
    });
    return list;
  }
  function control(label, field) {
    var wrap = document.createElement("label");
    wrap.appendChild(document.createTextNode(label + " "));
    wrap.appendChild(field);
    return wrap;
  }
  function choice(name, label) {
    var select = document.createElement("select");
    select.appendChild(new Option(words.getAttribute("data-all"), ""));
    values(name).forEach(function (value) { select.appendChild(new Option(value, value)); });
    select.addEventListener("change", apply);
    form.appendChild(control(label, select));
    return select;
  }
  var form = document.createElement("form");
  form.className = "filter";
  form.setAttribute("role", "search");
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  var text = document.createElement("input");
  text.type = "search";
  text.addEventListener("input", apply);
  form.appendChild(control(words.getAttribute("data-text"), text));
  var light = choice("data-light", words.getAttribute("data-light"));
  var state = choice("data-state", words.getAttribute("data-state"));
  var lead = choice("data-lead", words.getAttribute("data-lead"));
  var found = document.createElement("span");
  found.className = "note";
  found.setAttribute("role", "status");
  form.appendChild(found);
  words.parentNode.insertBefore(form, words);
  function apply() {
    var wanted = text.value.trim().toLowerCase();
    var shown = 0;
    rows.forEach(function (row) {
      var hit = (!light.value || row.getAttribute("data-light") === light.value) &&
        (!state.value || row.getAttribute("data-state") === state.value) &&
        (!lead.value || row.getAttribute("data-lead") === lead.value) &&
        (!wanted || row.textContent.toLowerCase().indexOf(wanted) >= 0);
      row.hidden = !hit;
      if (hit) { shown += 1; }
    });
    found.textContent = words.getAttribute("data-found").replace("#", String(shown));
  }
}());

/* “/” leads to the search from every page. */
(function () {
  "use strict";
  document.addEventListener("keydown", function (event) {
    var at = document.activeElement, name = at ? at.nodeName : "", box;
    if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) { return; }
    if (name === "INPUT" || name === "TEXTAREA" || name === "SELECT" || at && at.isContentEditable) { return; }
    box = document.getElementById("q") || document.getElementById("to-search");
    if (!box) { return; }
    event.preventDefault();
    if (box.id === "q") { box.focus(); box.select(); } else { box.click(); }
  });
}());

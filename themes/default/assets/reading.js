/* Larger text, a menu that closes by itself, and contents that follow. Every page is complete without it. */
(function () {
  "use strict";
  var root = document.documentElement;
  if (!document.addEventListener || !root.classList || !window.requestAnimationFrame) { return; }
  var KEY = "tongbao-larger-text";

  // Pages from a disk may have nowhere to keep it; then it lasts as long as the page.
  function kept() {
    try { return window.localStorage.getItem(KEY) === "yes"; } catch (refused) { return false; }
  }
  function keep(larger) {
    try {
      if (larger) { window.localStorage.setItem(KEY, "yes"); } else { window.localStorage.removeItem(KEY); }
    } catch (refused) { return; }
  }
  // Before the first line is drawn, so that nothing moves afterwards.
  root.classList.add("with-scripts");
  if (kept()) { root.classList.add("larger"); }

  function each(list, act) { Array.prototype.forEach.call(list, act); }

  function largerText() {
    var button = document.getElementById("larger-text");
    if (!button) { return; }
    var pictures = document.querySelectorAll(".chart, .chain figure");
    function show() {
      var larger = root.classList.contains("larger");
      button.setAttribute("aria-pressed", larger ? "true" : "false");
      // A picture that has grown wider than its place is moved by the keyboard too.
      each(pictures, function (picture) {
        if (larger && picture.scrollWidth > picture.clientWidth) {
          picture.setAttribute("tabindex", "0");
        } else {
          picture.removeAttribute("tabindex");
        }
      });
    }
    button.addEventListener("click", function () {
      root.classList.toggle("larger");
      keep(root.classList.contains("larger"));
      show();
    });
    show();
  }

  function menu() {
    var groups = document.querySelectorAll(".menu details");
    function close(but) {
      each(groups, function (group) { if (group !== but && group.open) { group.open = false; } });
    }
    each(groups, function (group) {
      group.addEventListener("toggle", function () { if (group.open) { close(group); } });
      group.addEventListener("keydown", function (event) {
        if (event.key !== "Escape" || !group.open) { return; }
        group.open = false;
        group.querySelector("summary").focus();
      });
    });
    function outside(event) {
      var inside = false;
      each(groups, function (group) { inside = inside || group.contains(event.target); });
      if (!inside) { close(null); }
    }
    document.addEventListener("click", outside);
    document.addEventListener("focusin", outside);
  }

  function contents() {
    var list = document.querySelector(".contents");
    if (!list) { return; }
    var places = [];
    each(list.querySelectorAll("a"), function (link) {
      var target = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
      if (target) { places.push({ link: link, target: target }); }
    });
    var marked = null, waiting = false;
    function inView() {
      // A little below the place to which a link leads.
      var line = 64, found = places[0];
      if (root.scrollHeight - window.innerHeight - window.pageYOffset < 2 && window.pageYOffset > 0) {
        return places[places.length - 1];
      }
      places.forEach(function (place) {
        if (place.target.getBoundingClientRect().top <= line) { found = place; }
      });
      return found;
    }
    function mark() {
      waiting = false;
      var now = inView();
      if (!now || now === marked) { return; }
      if (marked) { marked.link.removeAttribute("aria-current"); }
      marked = now;
      marked.link.setAttribute("aria-current", "location");
      // Only where the list has a scroll of its own.
      if (list.scrollHeight > list.clientHeight) {
        list.scrollTop = marked.link.offsetTop - list.clientHeight / 2;
      }
    }
    function soon() {
      if (!waiting) { waiting = true; window.requestAnimationFrame(mark); }
    }
    window.addEventListener("scroll", soon, { passive: true });
    window.addEventListener("resize", soon);
    mark();
  }

  document.addEventListener("DOMContentLoaded", function () {
    // Scripts that wait for the page have run: what they bring to it is there.
    root.classList.add("whole-page");
    largerText();
    menu();
    contents();
  });
}());

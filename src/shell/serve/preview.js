/* The preview's side in the browser: waits for another state, shows it, and keeps the place on the page. */
(function () {
  'use strict';
  var KEPT = 'tongbao-preview';
  var aside = document.getElementById('preview');
  if (!aside || !window.XMLHttpRequest || !window.JSON) { return; }
  var panel = document.getElementById('preview-panel');
  var toggle = document.getElementById('preview-toggle');
  var state = document.getElementById('preview-state');
  var asOf = document.getElementById('preview-as-of');
  var audience = document.getElementById('preview-audience');
  var after = aside.getAttribute('data-after');
  var waiting = null;
  var timer = null;

  /* The place on the page, across a reload. */
  function keep() {
    var place = { page: location.pathname, x: window.pageXOffset, y: window.pageYOffset };
    try { sessionStorage.setItem(KEPT, JSON.stringify(place)); } catch (refused) { return; }
  }

  function restore() {
    var place;
    try {
      place = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
    } catch (refused) { return; }
    if (!place || place.page !== location.pathname) { return; }
    window.scrollTo(place.x, place.y);
    window.addEventListener('load', function () { window.scrollTo(place.x, place.y); });
  }

  function open(yes) {
    panel.hidden = !yes;
    toggle.setAttribute('aria-expanded', String(yes));
  }

  function show(news) {
    after = String(news.after);
    state.innerHTML = news.state;
    if (panel.innerHTML !== news.panel) { panel.innerHTML = news.panel; }
    open(news.open);
    if (document.activeElement !== asOf) { asOf.value = news.as_of; }
    if (document.activeElement !== audience) { audience.value = news.audience; }
    aside.setAttribute('data-after', after);
  }

  function lost() {
    waiting = null;
    state.textContent = aside.getAttribute('data-lost');
    after = '';
    timer = setTimeout(wait, 500);
  }

  function wait() {
    var ask = new XMLHttpRequest();
    timer = null;
    waiting = ask;
    ask.open('GET', '/__preview/news?after=' + after +
      '&page=' + encodeURIComponent(aside.getAttribute('data-page')) +
      '&seen=' + aside.getAttribute('data-seen'));
    ask.onload = function () {
      var news;
      if (ask.status !== 200) { lost(); return; }
      /* Something between here and the preview may have answered in its place. */
      try { news = JSON.parse(ask.responseText); } catch (garbled) { lost(); return; }
      if (!news) { lost(); return; }
      if (news.reload) {
        keep();
        location.reload();
        return;
      }
      show(news);
      wait();
    };
    ask.onerror = lost;
    ask.send();
  }

  /* A page that nobody sees needs no connection of its own: a browser has few for one place. */
  function look() {
    if (document.hidden) {
      if (waiting) { waiting.onload = waiting.onerror = null; waiting.abort(); waiting = null; }
      if (timer) { clearTimeout(timer); timer = null; }
    } else if (!waiting && !timer) {
      wait();
    }
  }

  function choose() {
    var ask = new XMLHttpRequest();
    ask.open('POST', '/__preview/choose?as_of=' + encodeURIComponent(asOf.value) +
      '&audience=' + encodeURIComponent(audience.value));
    ask.setRequestHeader('X-Preview', '1');
    ask.onload = function () {
      if (ask.status !== 200) { state.textContent = ask.responseText; }
    };
    ask.send();
  }

  document.getElementById('preview-apply').addEventListener('click', choose);
  asOf.addEventListener('keydown', function (event) {
    if (event.key === 'Enter') { choose(); }
  });
  toggle.addEventListener('click', function () { open(panel.hidden); });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && !panel.hidden) {
      if (panel.contains(document.activeElement)) { toggle.focus(); }
      open(false);
    }
  });
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pageshow', look);
  restore();
  look();
}());

(function () {
  'use strict';
  var button = document.createElement('button');
  button.type = 'button';
  button.textContent = '只看逾期';
  document.querySelector('main').append(button);
})();

/* global document */
// Runs in any browser, Internet Explorer too: volume-licensed Excel 2019 opens pages in it. Says so where the program could not even start.
(function () {
  var modern = typeof Promise === 'function' && typeof Array.prototype.toSorted === 'function' && typeof Object.hasOwn === 'function'
  if (!modern) document.documentElement.className += ' too-old'
})()

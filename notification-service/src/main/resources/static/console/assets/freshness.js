'use strict';

/* Says so when the page could not be brought up to date: what it shows may be over, and something new is missing. */
(() => {
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
  let fresh = new Date();
  let bar = null;

  const stale = signedOut => {
    // Said once for each cause: a reader that reads alerts aloud would repeat it with every try.
    if (bar?.dataset.signedOut === String(signedOut)) return;
    bar?.remove();
    bar = document.createElement('p');
    bar.className = 'stale';
    bar.setAttribute('role', 'alert');
    bar.dataset.signedOut = signedOut;
    const again = document.createElement('a');
    again.href = location.href;
    again.textContent = signedOut ? 'Sign in again' : 'Try again';
    bar.append(`Not up to date since ${clock.format(fresh)}. `, again);
    document.getElementById('main').prepend(bar);
  };

  document.body.addEventListener('htmx:responseError', event => stale(event.detail.xhr.status === 401));
  document.body.addEventListener('htmx:sendError', () => stale(false));
  document.body.addEventListener('htmx:afterSwap', () => {
    fresh = new Date();
    bar?.remove();
    bar = null;
  });
})();

'use strict';

/* Keys for people who live in the worklist, and forms that submit themselves. Nothing is changed by a single key. */
(() => {
  const rows = () => [...document.querySelectorAll('.worklist .item a')];

  const step = by => {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement);
    const to = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
    all[to].focus();
    all[to].scrollIntoView({ block: 'nearest' });
  };

  const focus = selector => {
    const element = document.querySelector(selector);
    element?.focus();
    element?.scrollIntoView({ block: 'center' });
  };

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    a: () => focus('[data-key="a"]'),
    d: () => focus('[data-key="d"]'),
    f: () => focus('[data-submits-itself] select'),
    w: () => document.querySelector('a.brand')?.click(),
    '?': () => document.getElementById('keys')?.showModal(),
  };

  document.addEventListener('keydown', event => {
    const busy = event.target.closest('input, select, textarea, dialog[open]');
    if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  document.querySelectorAll('[data-opens]').forEach(button =>
    button.addEventListener('click', () => document.getElementById(button.dataset.opens).showModal()));

  document.querySelectorAll('form[data-submits-itself]').forEach(form => {
    form.querySelector('button').hidden = true;
    form.addEventListener('change', () => form.requestSubmit());
  });

  /* The list is replaced every few seconds: whoever stands on a line stays there. */
  let row = null;
  document.body.addEventListener('htmx:beforeSwap', () => { row = document.activeElement?.id ?? null; });
  document.body.addEventListener('htmx:afterSwap', () => { if (row) document.getElementById(row)?.focus({ preventScroll: true }); });
})();

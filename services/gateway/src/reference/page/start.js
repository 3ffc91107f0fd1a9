/* global SwaggerUIBundle, document, MutationObserver */
// Runs in the browser: shows the document of the gateway that served this page, and asks that gateway.
const reference = document.getElementById('reference');
// Swagger UI names neither of its lists of choices, and its examples scroll by a mouse alone.
const mend = () => {
  for (const choice of reference.querySelectorAll('select:not([aria-label])'))
    choice.setAttribute('aria-label', choice.id === 'servers' ? 'Server' : 'Choice');
  for (const example of reference.querySelectorAll('pre:not([tabindex])')) example.tabIndex = 0;
};
new MutationObserver(mend).observe(reference, { childList: true, subtree: true });
SwaggerUIBundle({
  url: '/openapi.json',
  domNode: reference,
  deepLinking: true,
  displayRequestDuration: true,
  // Its colours are too faint, and they take longest to draw.
  syntaxHighlight: false,
  // Its own answer would be a badge from a server elsewhere.
  validatorUrl: null,
});

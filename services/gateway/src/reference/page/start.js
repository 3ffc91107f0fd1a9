/* global SwaggerUIBundle, document */
// Runs in the browser: shows the document of the gateway that served this page, and asks that gateway.
SwaggerUIBundle({
  url: '/openapi.json',
  domNode: document.getElementById('reference'),
  deepLinking: true,
  displayRequestDuration: true,
  // Its own answer would be a badge from a server elsewhere.
  validatorUrl: null,
});

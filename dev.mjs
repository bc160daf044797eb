// Rebuilds and starts the server; `npm run dev` runs it again on every change of code or content.
import './build.mjs';
await import('./dist/main.js');

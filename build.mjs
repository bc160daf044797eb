// Builds the server, the commands and the page's script into dist/. It takes a fraction of a second, so everything builds first.
import { copyFileSync, readdirSync } from 'node:fs';
import { build } from 'esbuild';

const commands = readdirSync('src/commands').filter((name) => name.endsWith('.ts'));

await build({
  entryPoints: ['src/main.ts', ...commands.map((name) => `src/commands/${name}`)],
  outdir: 'dist',
  outbase: 'src',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: true,
  logLevel: 'warning',
});

const page = 'src/channels/webchat/page';
await build({
  entryPoints: [`${page}/chat.ts`],
  outfile: 'dist/webchat/page.js',
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  logLevel: 'warning',
});
for (const file of ['page.html', 'page.css', 'icon.svg'])
  copyFileSync(`${page}/${file}`, `dist/webchat/${file}`);

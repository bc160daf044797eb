// Builds the server, the commands and what pages load into dist/, or the folder that is named. It takes a fraction of a second,
// so everything builds first.
import { copyFileSync, readdirSync } from 'node:fs';
import { build } from 'esbuild';

const out = process.argv[2] ?? 'dist';
const commands = readdirSync('src/commands').filter((name) => name.endsWith('.ts'));

await build({
  entryPoints: ['src/main.ts', ...commands.map((name) => `src/commands/${name}`)],
  outdir: out,
  outbase: 'src',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: true,
  logLevel: 'warning',
});

const webchat = 'src/channels/webchat';
await build({
  entryPoints: [
    { in: `${webchat}/page/chat.ts`, out: 'chat' },
    { in: `${webchat}/page/chat.css`, out: 'chat' },
    { in: `${webchat}/page/page.css`, out: 'page' },
    { in: `${webchat}/page/demo.css`, out: 'demo' },
    { in: `${webchat}/widget/loader.ts`, out: 'widget' },
  ],
  outdir: `${out}/webchat`,
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  logLevel: 'warning',
});
for (const file of ['page.html', 'demo.html', 'icon.svg'])
  copyFileSync(`${webchat}/page/${file}`, `${out}/webchat/${file}`);

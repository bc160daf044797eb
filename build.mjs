// Builds the server, the commands and the page's script into dist/. It takes a fraction of a second, so everything builds first.
import { readdirSync } from 'node:fs';
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

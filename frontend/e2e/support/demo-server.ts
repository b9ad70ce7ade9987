import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What `waarborg demo --json` says on its first line of output. */
export interface Demo {
  environments: DemoEnvironment[];
}

export interface DemoEnvironment {
  name: string;
  /** `zorgpunt.localhost`. */
  host: string;
  /** Where its pages are: `http://zorgpunt.localhost:8080`. */
  url: string;
  users: DemoUser[];
}

export interface DemoUser {
  login: string;
  password: string;
  /** `administrator`, `manager`, `employee`, `viewer` or `auditor`. */
  role: string;
  /** Base32; null for someone who has not signed in yet and has to set up the second factor. */
  totpSecret: string | null;
}

export interface RunningDemo extends Demo {
  stop: () => Promise<void>;
}

const BINARY =
  process.env.WAARBORG_BIN ??
  fileURLToPath(new URL('../../../target/debug/waarborg', import.meta.url));

/** The process variable that names a folder with demonstration data nobody has touched. */
const SEED = 'WAARBORG_E2E_SEED';

/** Makes the demonstration data once: every server begins with a copy. Returns how to remove it. */
export async function seedDemo(): Promise<() => Promise<void>> {
  const { folder, stop } = await serve();
  await stop();
  process.env[SEED] = folder;
  return () => remove(folder);
}

/** Starts the real server with demonstration data in a folder of its own. */
export async function startDemo(): Promise<RunningDemo> {
  const { folder, demo, stop } = await serve(process.env[SEED]);
  return {
    ...demo,
    stop: async () => {
      await stop();
      await remove(folder);
    },
  };
}

async function serve(seed?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'waarborg-e2e-'));
  if (seed) await cp(seed, folder, { recursive: true });
  const listen = `127.0.0.1:${await freePort()}`;
  const server = spawn(BINARY, ['demo', '--data-dir', folder, '--listen', listen, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const demo = await firstLine(server);
  return { folder, demo, stop: () => ended(server) };
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

async function firstLine(server: ChildProcess): Promise<Demo> {
  let complaints = '';
  server.stderr?.on('data', (text: Buffer) => {
    complaints = (complaints + text.toString()).slice(-4000);
  });
  if (!server.stdout) throw new Error('the server has no standard output');
  const lines = createInterface({ input: server.stdout });
  return new Promise((resolve, reject) => {
    lines.once('line', (line) => {
      resolve(JSON.parse(line) as Demo);
    });
    server.once('error', reject);
    server.once('exit', (code) => {
      reject(new Error(`the server ended (${code}) before it was ready:\n${complaints}`));
    });
  });
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  await new Promise((resolve) => {
    server.once('exit', resolve);
    server.kill('SIGTERM');
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}

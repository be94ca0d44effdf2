import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchTerraform } from '../../setup/terraform-fetch';
import { zipOf } from './archive';

const PROGRAM = Buffer.from('#!/bin/sh\necho "{\\"terraform_version\\": \\"9.9.9\\"}"\n');
const ARCHIVE = zipOf('terraform', PROGRAM);
const SUM = createHash('sha256').update(ARCHIVE).digest('hex');

let server: Server;
let baseUrl: string;
let folder: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/9.9.9/terraform_9.9.9_linux_amd64.zip') return response.end(ARCHIVE);
    if (request.url === '/9.9.9/terraform_9.9.9_linux_arm64.zip') {
      response.writeHead(200, { 'content-length': ARCHIVE.length });
      response.write(ARCHIVE.subarray(0, 20));
      return setTimeout(() => response.destroy(), 50);
    }
    response.writeHead(404);
    return response.end('no such release');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'terralake-fetch-'))));

afterEach(() => rmSync(folder, { recursive: true }));

function release(sum: string, version = '9.9.9') {
  return { version, baseUrl, sums: { linux_amd64: sum, linux_arm64: sum } };
}

function left(): string[] {
  return existsSync(join(folder, 'bin')) ? readdirSync(join(folder, 'bin')) : [];
}

test('a release with the right checksum is unpacked and can be run', async () => {
  const program = await fetchTerraform(folder, release(SUM), 'linux_amd64');
  expect(readFileSync(program)).toEqual(PROGRAM);
  expect(statSync(program).mode & 0o111).not.toBe(0);
  expect(left()).toEqual(['terraform']);
});

test('a release with another checksum is refused, and nothing of it stays', async () => {
  await expect(fetchTerraform(folder, release('0'.repeat(64)), 'linux_amd64')).rejects.toThrow(/SHA-256/);
  expect(left()).toEqual([]);
});

test('a release that does not exist is refused', async () => {
  await expect(fetchTerraform(folder, release(SUM, '1.0.0'), 'linux_amd64')).rejects.toThrow(/404/);
  expect(left()).toEqual([]);
});

test('a download that breaks off leaves nothing', async () => {
  await expect(fetchTerraform(folder, release(SUM), 'linux_arm64')).rejects.toThrow();
  expect(left()).toEqual([]);
});

test('a server that is not there is named', async () => {
  const gone = { ...release(SUM), baseUrl: 'http://127.0.0.1:1' };
  await expect(fetchTerraform(folder, gone, 'linux_amd64')).rejects.toThrow(/cannot be reached/);
});

test('a platform without a release is refused before anything is fetched', async () => {
  await expect(fetchTerraform(folder, release(SUM), 'plan9_mips')).rejects.toThrow(/plan9_mips/);
});

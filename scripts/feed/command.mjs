/** What the feed's commands share: their errors, files read with a reason where they can't be, and files written whole. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { ROOT } from '../tools.mjs';

/** The command was not understood, and nothing was tried: exit code 2. */
export class Usage extends Error {}

/** A path as the person gave it: npm changes into the project before it runs a script, and says where they were. */
export function pathOf(given) {
  return resolve(process.env.INIT_CWD ?? process.cwd(), given);
}

/** The one positional argument, or as many as named. */
export function requireArguments(given, ...names) {
  if (given.length !== names.length) {
    throw new Usage(`needs ${names.join(' and ')}, and ${given.length} were given; --help shows how`);
  }
  return given.map(pathOf);
}

/** The value of an option that the command can't do without. Throws Usage where it was not given. */
export function requireOption(values, name, what) {
  if (values[name] === undefined) throw new Usage(`needs --${name} ${what}; --help shows how`);
  return values[name];
}

/** The bytes of a file, or an Error that says why it can't be read. */
export function readBytes(path) {
  requireFile(path);
  return new Uint8Array(readFileSync(path));
}

/** Throws an Error that says why a file can't be read, without reading it. */
export function requireFile(path) {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    const reasons = { ENOENT: 'there is no such file', EACCES: 'it may not be read' };
    throw new Error(`${path}: ${reasons[error.code] ?? error.message}`);
  }
  if (!statSync(path).isFile()) throw new Error(`${path}: is no file`);
}

/** The text of a UTF-8 file, or an Error that says why it can't be read. */
export function readText(path) {
  return new TextDecoder().decode(readBytes(path));
}

/** The value in a JSON file, or an Error that names the file and the reason. */
export function readJson(path) {
  try {
    return JSON.parse(readText(path));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Error(`${path}: is not JSON: ${error.message}`);
  }
}

/** Writes a file whole or not at all: under another name first, which is then changed. */
export function writeWhole(path, content, mode) {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, content, { mode: mode ?? 0o644, flag: 'wx' });
    if (mode !== undefined) chmodSync(draft, mode);
    renameSync(draft, path);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft);
    throw new Error(`${path}: could not be written: ${error.message}`);
  }
}

/** The document as it is published. */
export function documentText(document) {
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** Throws where a path lies in the repository, whatever links lead to it. */
export function requireOutside(path) {
  let folder = dirname(path);
  while (!existsSync(folder)) folder = dirname(folder);
  const way = relative(realpathSync(ROOT), realpathSync(folder));
  if (way === '' || !(way.startsWith('..') || resolve(way) === way)) {
    throw new Error(`${path}: is inside the repository, where a private key could be published; keep keys elsewhere`);
  }
}

/** The base64 inside a PEM file of the kind named. */
export function readPem(path, kind) {
  const text = readText(path);
  const found = new RegExp(`-----BEGIN ${kind}-----([A-Za-z0-9+/=\\s]+)-----END ${kind}-----`).exec(text)?.[1];
  if (!found) throw new Error(`${path}: holds no ${kind.toLowerCase()}; npm run feed -- keygen makes one`);
  return found.replace(/\s+/g, '');
}

/** The text of a PEM file of the kind named: base64 in lines of 64 characters. */
export function pemText(base64, kind) {
  return `-----BEGIN ${kind}-----\n${base64.match(/.{1,64}/g).join('\n')}\n-----END ${kind}-----\n`;
}

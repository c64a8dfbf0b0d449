import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { programOnPath } from '../support/tools.ts'
import { must } from './promise-test.ts'

/** A write to, or a finished flush of, the log file of a database. */
export interface Mark {
  readonly kind: 'write' | 'flush'
  readonly atMs: number
}

/** A way to watch what a process does to its log file. */
export interface FlushTrace {
  readonly name: string
  /** How to start a program so that it is watched. */
  around(program: string): {
    readonly program?: string
    readonly nodeArguments?: readonly string[]
    readonly env?: Record<string, string>
  }
  /** Now, on the clock of the marks. */
  nowMs(): number
  /** What a watched process that has ended did, in order. */
  marks(pid: number): Promise<Mark[]>
}

const LOG_FILE = 'tandem.db-wal'

const POLL_MS = 10
const PATIENCE_MS = 10_000

/** The lines of a record once it is complete; it is taken away. */
async function takeLines(file: string, complete: (text: string) => boolean): Promise<string[]> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (complete(text)) {
      rmSync(file)
      return text.split('\n')
    }
    must(performance.now() < deadline, () => 'the record of flushes did not end')
    await wait(POLL_MS)
  }
}

/** Watching by strace; null where it is not installed or may not watch. */
export function straceTrace(scratch: string): FlushTrace | null {
  const program = programOnPath('strace')
  if (!program) return null
  try {
    execFileSync(program, ['-f', '-o', join(scratch, 'probe'), process.execPath, '-e', '0'], {
      stdio: 'ignore',
    })
  } catch {
    return null
  }
  const record = join(scratch, 'strace.txt')
  const watched = 'trace=pwrite64,write,fsync,fdatasync'
  return {
    name: 'strace',
    around: (node) => ({
      program,
      // -D: the watched program stays our child, and hears our signals.
      nodeArguments: ['-D', '-f', '-y', '-ttt', '-T', '-s', '0', '-e', watched, '-o', record, node],
    }),
    nowMs: () => performance.timeOrigin + performance.now(),
    marks: async (pid) => {
      const ended = new RegExp(`^${pid} .*\\+\\+\\+ (exited|killed)`, 'm')
      return straceMarks(await takeLines(record, (text) => ended.test(text)))
    },
  }
}

/** `PID SECONDS call(FD<path>, …) = RESULT <DURATION>`; a call of several threads at once comes in two lines. */
function straceMarks(lines: readonly string[]): Mark[] {
  const marks: Mark[] = []
  const unfinished = new Map<string, string>()
  for (const line of lines) {
    const match = /^(\d+)\s+(\d+\.\d+) (.*)$/.exec(line)
    if (!match) continue
    const [, pid, seconds, text] = match as unknown as [string, string, string, string]
    if (text.endsWith('<unfinished ...>')) {
      unfinished.set(pid, text)
      continue
    }
    const resumed = text.startsWith('<...')
    const call = resumed ? (unfinished.get(pid) ?? '') : text
    if (resumed) unfinished.delete(pid)
    if (!call.includes(LOG_FILE)) continue
    const tookMs = resumed ? 0 : Number(/<(\d+\.\d+)>$/.exec(text)?.[1] ?? 0) * 1000
    const kind = /^(fsync|fdatasync)/.test(call) ? 'flush' : 'write'
    marks.push({ kind, atMs: Number(seconds) * 1000 + tookMs })
  }
  return marks.sort((a, b) => a.atMs - b.atMs)
}

const SHIM = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
static void note(char kind, int fd) {
  char link[64], path[4096], line[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (n < 0) return;
  path[n] = 0;
  if (!strstr(path, "${LOG_FILE}")) return;
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  int out = open(getenv("TANDEM_FLUSH_RECORD"), O_WRONLY | O_APPEND | O_CREAT, 0600);
  n = snprintf(line, sizeof line, "%c %lld\\n", kind, t.tv_sec * 1000000000LL + t.tv_nsec);
  if (out >= 0) { if (write(out, line, n) < 0) {} close(out); }
}
#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, name)
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t o) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  ssize_t r = real(fd, b, n, o); note('w', fd); return r;
}
ssize_t pwrite(int fd, const void *b, size_t n, off_t o) {
  REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
  ssize_t r = real(fd, b, n, o); note('w', fd); return r;
}
int fsync(int fd) { REAL(int, "fsync", int); int r = real(fd); if (!r) note('s', fd); return r; }
int fdatasync(int fd) { REAL(int, "fdatasync", int); int r = real(fd); if (!r) note('s', fd); return r; }
`

/** Watching by a library put in front of the system's own, built here: where there is no strace. */
export function shimTrace(scratch: string): FlushTrace {
  const [source, library, record] = ['shim.c', 'shim.so', 'flushes.txt'].map((name) =>
    join(scratch, name),
  ) as [string, string, string]
  writeFileSync(source, SHIM)
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'])
  return {
    name: 'a library in front of fsync',
    around: () => ({ env: { LD_PRELOAD: library, TANDEM_FLUSH_RECORD: record } }),
    // The clock is the one of CLOCK_MONOTONIC, as Node's own high resolution time is.
    nowMs: () => Number(process.hrtime.bigint()) / 1e6,
    marks: async () =>
      (await takeLines(record, (text) => text !== ''))
        .filter((line) => line !== '')
        .map((line) => {
          const [kind, nanoseconds] = line.split(' ')
          return { kind: kind === 's' ? 'flush' : 'write', atMs: Number(nanoseconds) / 1e6 }
        }),
  }
}

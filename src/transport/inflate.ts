import { Transform, type TransformCallback } from 'node:stream';
import { createInflate, createInflateRaw, type Inflate, type InflateRaw } from 'node:zlib';

/**
 * Decompresses `deflate`, which is zlib's format (RFC 9110 section 8.4.1.2), or the bare format, which IIS sends under
 * the same name: the first byte tells them apart.
 */
export class EitherInflate extends Transform {
  private inner: Inflate | InflateRaw | undefined;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const inner = this.inner ?? this.begin(chunk[0] ?? 0);
    inner.write(chunk, () => done());
  }

  override _flush(done: TransformCallback): void {
    if (!this.inner) {
      done();
      return;
    }
    this.inner.once('end', () => done());
    this.inner.end();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.inner?.destroy();
    done(error);
  }

  private begin(first: number): Inflate | InflateRaw {
    const inner = (first & 0x0f) === 8 ? createInflate() : createInflateRaw();
    inner.on('data', data => this.push(data));
    inner.on('error', error => this.destroy(error));
    this.inner = inner;
    return inner;
  }
}

import { platformErrors } from '@hengchan/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers a file for this person only. */
export function sendFile(
  reply: FastifyReply,
  content: Uint8Array,
  mediaType: string,
  name: string,
): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(content));
}

/** The one file of an upload, field `file`. */
export async function readUpload(request: FastifyRequest): Promise<{ name: string; content: Uint8Array }> {
  if (!request.isMultipart())
    throw platformErrors.UNSUPPORTED_MEDIA_TYPE({
      detail: '请以 multipart/form-data 上传，文件字段名为 file。',
    });
  const part = await request.file();
  if (!part) throw platformErrors.INVALID_REQUEST({ errors: [{ path: '/file', message: '请选择文件' }] });
  const content = await part.toBuffer().catch(() => {
    throw platformErrors.FILE_TOO_LARGE();
  });
  if (part.file.truncated) throw platformErrors.FILE_TOO_LARGE();
  return { name: part.filename, content };
}

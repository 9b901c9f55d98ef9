import { expect, it } from 'vitest';
import { acceptWords, largestFile, refusalOf, sizeWords } from './file-check.ts';

const accept = ['application/pdf', 'image/jpeg'];
const file = { name: '合同.pdf', type: 'application/pdf', size: 1000 };

it('takes what fits and says in words why it does not', () => {
  expect(refusalOf(file, accept)).toBeUndefined();
  expect(refusalOf({ ...file, name: '合同.docx', type: 'application/msword' }, accept)).toBe(
    '“合同.docx”不是 PDF、JPG 文件，请换一个格式',
  );
  expect(refusalOf({ ...file, size: 0 }, accept)).toContain('是空的');
  expect(refusalOf({ ...file, size: largestFile }, accept)).toBeUndefined();
  expect(refusalOf({ ...file, size: largestFile + 1 }, accept)).toContain('超过');
});

it('understands endings, families of types and no limit at all', () => {
  expect(refusalOf({ ...file, name: 'A.PDF', type: '' }, ['.pdf'])).toBeUndefined();
  expect(refusalOf({ ...file, type: 'image/webp' }, ['image/*'])).toBeUndefined();
  expect(refusalOf({ ...file, type: '' }, [])).toBeUndefined();
  expect(acceptWords(['.ofd', 'image/png'])).toBe('OFD、PNG');
});

it('says sizes as people do', () => {
  expect([500, 2048, 5 * 1024 * 1024].map(sizeWords)).toEqual(['500 字节', '2 KB', '5 MB']);
});

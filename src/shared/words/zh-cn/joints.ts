/** 连接其他文字的符号。 */
export const joints = { comma: '，', colon: '：', semicolon: '；' } as const

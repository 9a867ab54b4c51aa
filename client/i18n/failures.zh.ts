import type { ErrorCode } from "#graph/model/error-codes.ts";

/** The server says in English what failed: what its code means and what to do for readers of Chinese, beside the server's own words. */
export const failuresZh: Readonly<Record<ErrorCode, { told: string; remedy: string }>> = {
  invalid_input: { told: "内容不合要求", remedy: "按所指之处改正后再发送。" },
  unauthorised: { told: "需要编辑令牌", remedy: "在“变更”里填入令牌。" },
  forbidden: { told: "没有编辑权限", remedy: "核对令牌；没有设 EDITOR_TOKEN 的服务只能读。" },
  not_found: { told: "找不到", remedy: "它可能已被合并或撤回；重新搜索。" },
  timed_out: { told: "超时，已停止", remedy: "缩小范围（类别、编号、LIMIT、较短的路径），或放宽时限。" },
  cancelled: { told: "已取消", remedy: "需要时再来一次。" },
  conflict: { told: "与现有内容或他人的决定冲突", remedy: "看过现在的内容，再决定一次。" },
  too_large: { told: "内容太大", remedy: "分几次发送。" },
  unsupported_type: { told: "不支持这种文件", remedy: "数据用 CSV、XLSX、JSON、JSONL；报道用文本、HTML、DOCX、PDF。" },
  query_refused: { told: "查询被拒绝", remedy: "这里只能读，也不能占用过多；按下面的说明改写。" },
  query_invalid: { told: "查询有误", remedy: "按所指位置改正查询。" },
  too_many_requests: { told: "请求太频繁", remedy: "稍等几秒再试。" },
  internal: { told: "服务器内部出错", remedy: "重试；仍不行，把请求编号告诉维护者。" },
  not_built: { told: "页面还没有构建", remedy: "运行 npm run build，或用 npm start 启动。" },
  store_unavailable: { told: "数据库没有应答", remedy: "等它恢复后重试；/health 会说明状态。" },
};

/** What takes time and says so. */
export const loadingZh = {
  "loading.all": "正在加载全部实体",
  "loading.count": "{{done}} / {{total}}",
  "loading.stop": "停止",
  "loading.button": "全部加载",
  "loading.buttonShort": "全部加载",
  "search.indexing": "正在建立搜索索引（{{done}} / {{total}}），建好后列出结果",
  "search.indexingSoon": "正在建立搜索索引，建好后列出结果",
} as const;

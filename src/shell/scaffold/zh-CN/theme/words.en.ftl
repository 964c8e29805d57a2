# 英文界面的用词，写法相同。
# menu-tasks = Ledger of tasks

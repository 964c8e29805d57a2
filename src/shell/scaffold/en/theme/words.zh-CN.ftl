# Words of the Chinese interface, written in the same way.
# menu-tasks = 任务清单

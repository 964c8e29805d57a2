### 预览里的话。

## 预览

serving = 预览地址：{ $address }
serving-others = 其他计算机也能打开这个预览：{ $address }，它不问来者是谁。
    .hint = 不写 --host，就只有本机能打开。
serving-somewhere = 其他计算机用本机的 IP 地址和端口 { $port } 也能打开这个预览，它不问来者是谁。
    .hint = 不写 --host，就只有本机能打开。
preview-elsewhere = 预览不认这个名字。请用 IP 地址打开：{ $address }；或者启动时写上这个名字：tongbao serve --host 名字
serving-end = 文件一改，页面就跟着变；按 Ctrl-C 结束。
serve-updated = 已更新，用时 { $ms } 毫秒：{ $records } 条记录，{ $warnings } 条提醒
serve-kept = 有 { $errors } 个错误（用时 { $ms } 毫秒），仍显示上一次正确的页面
serve-known = 沿用上次读过的：文件 { $files }/{ $of_files }，正文 { $texts }/{ $of_texts }
serve-port-taken = { $address } 已被别的程序占用
    .hint = 换一个 --port；不写 --port 就自动用第一个空闲的端口。
serve-unbound = 不能在 { $address } 上提供预览：{ $cause }
    .hint = --host 要写本机的地址或名字。
cannot-open = 打不开浏览器；预览地址是 { $address }
refused-watch = 不能监视 { $path } 的改动：{ $cause }
preview-name = 预览
preview-as-of = 截至
preview-audience = 读者
preview-usual = 公开和内部
preview-apply = 显示
preview-findings = 问题
preview-clean = 没有发现问题。
preview-good = { $warnings ->
        [0] 没有问题
       *[other] { $warnings } 条提醒
    }，{ $ms } 毫秒
preview-kept = { $errors ->
        [0] 没有更新
       *[other] { $errors } 个错误，没有更新
    }，{ $ms } 毫秒
preview-kept-why = 改好之前，页面停在上一次正确的样子。
preview-none = 还没有可以显示的页面
preview-lost = 预览已经结束，或者连不上。

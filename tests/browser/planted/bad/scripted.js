document.getElementById('rows').innerHTML = '<tr><td>脚本写的一行</td></tr>';

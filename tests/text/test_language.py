import pytest

from qdesk.text.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I do not know what it is, but we did it just so and that was the end of it.", "en"),
        ("No sé lo que es, pero lo hicimos así y eso es todo para mí en la escuela.", "es"),
        ("Ich weiß es nicht, aber das ist auch so und wir haben das nicht gewollt.", "de"),
        ("Je ne sais pas, c’est la vie et les enfants sont dans le jardin avec vous.", "fr"),
        ("Não sei, mas eu acho que isso é muito importante para os alunos e para a escola.", "pt"),
        ("Non lo so, ma questo è il motivo per cui io sono qui con gli altri.", "it"),
        ("Bu çok güzel bir şey ama ben de bilmiyorum ne olarak daha iyi olur.", "tr"),
        ("Я не знаю, что это такое, но мы так и сделали, как он сказал мне.", "ru"),
        ("چونکہ ہر انسان کی ذاتی عزت اور حرمت اور انسانوں کے مساوی حقوق کو تسلیم کرنا ہے", "ur"),
        ("على أن يكون هذا هو الحق الذي كان لكل إنسان في العالم من دون تمييز", "ar"),
        ("از آنجا که این حقوق را باید با اجرای قانون حمایت کرد و برای آن است", "fa"),
        ("אני לא יודע מה זה אבל עשינו את זה כך", "he"),
        ("मैं नहीं जानता कि यह क्या है और हम इस के लिए क्या कर रहे हैं", "hi"),
        ("我不知道这是什么，但是我们就这样做了。", "zh"),
        ("これが何なのかわかりませんが、そうしました。", "ja"),
        ("이것이 무엇인지 모르지만 그렇게 했습니다.", "ko"),
        ("Tôi không biết đó là gì nhưng chúng tôi đã làm như thế và những người khác cũng có", "vi"),
        ("Hello", ""),
        ("", ""),
        ("123 456", ""),
        ("A cell colour a cell colour a cell colour a cell colour", ""),
    ],
)
def test_guess(text: str, language: str) -> None:
    assert guess_language(text) == language

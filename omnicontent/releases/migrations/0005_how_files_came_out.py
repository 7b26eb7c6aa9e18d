from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('releases', '0004_said_in_any_language'),
    ]

    operations = [
        migrations.AddField(
            model_name='rendition',
            name='lufs',
            field=models.FloatField(null=True),
        ),
        migrations.AddField(
            model_name='rendition',
            name='quality',
            field=models.PositiveSmallIntegerField(null=True),
        ),
    ]

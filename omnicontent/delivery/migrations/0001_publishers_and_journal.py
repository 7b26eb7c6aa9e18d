import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='JournalEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('release', models.BigIntegerField()),
                ('campaign', models.UUIDField(db_index=True)),
                ('channel', models.CharField(max_length=60)),
                ('locale', models.CharField(max_length=20)),
                ('event', models.CharField(choices=[('live', 'live'), ('ended', 'ended')], max_length=8)),
                ('digest', models.CharField(max_length=64)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'journal entry',
                'verbose_name_plural': 'journal entries',
                'ordering': ['id'],
                'indexes': [models.Index(fields=['channel', 'id'], name='journal_channel')],
            },
        ),
        migrations.CreateModel(
            name='Publisher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='Who or what will use the token.', max_length=120, unique=True, verbose_name='name')),
                ('channels', models.JSONField(blank=True, default=list, help_text='What the token may read. Nothing ticked means every channel.', verbose_name='channels')),
                ('active', models.BooleanField(default=True, help_text='Untick to revoke the token; it stops working at once.', verbose_name='active')),
                ('expires_at', models.DateTimeField(blank=True, help_text='From this moment the token no longer works. Empty means never.', null=True, verbose_name='expires')),
                ('token_digest', models.CharField(editable=False, max_length=64, unique=True)),
                ('token_prefix', models.CharField(editable=False, max_length=12, verbose_name='token starts with')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='made')),
                ('last_used_at', models.DateTimeField(editable=False, null=True, verbose_name='last used')),
                ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
            ],
            options={
                'verbose_name': 'publisher',
                'verbose_name_plural': 'publishers',
                'ordering': ['name'],
            },
        ),
    ]
